declare module '*?entry' {
  const url: string
  export default url
}
