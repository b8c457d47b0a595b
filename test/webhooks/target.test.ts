import { describe, expect, test } from 'vitest'
import { reachOf, resolveFault, urlFault } from '../../src/webhooks/target.js'

const nowhere = reachOf([])
const local = reachOf(['10.1.0.0/16', 'fd00::/8'])

describe('the address of a webhook', () => {
  test.each([
    'https://office.example/told',
    'https://office.example:8443/?token=1',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
  ])('may be %s', (url) => {
    expect(urlFault(url, nowhere)).toBeNull()
  })

  test.each(['http://10.1.2.3/told', 'https://10.1.2.3/told', 'http://[fd00::1]/', 'http://receiver.internal/'])(
    'may be %s if local addresses are allowed',
    (url) => {
      expect(urlFault(url, local)).toBeNull()
      expect(urlFault(url, nowhere)).not.toBeNull()
    },
  )

  test.each([
    ['told', 'not a URL'],
    ['ftp://office.example/', 'must be https'],
    ['file:///etc/passwd', 'must be https'],
    ['http://office.example/', 'must be https'],
    ['https://user@office.example/', 'user name'],
    ['https://:secret@office.example/', 'user name'],
    ['https://office.example/#part', 'fragment'],
    ['https://127.0.0.1/', 'public internet'],
    ['https://169.254.169.254/latest/meta-data', 'public internet'],
    ['https://10.2.0.1/', 'public internet'],
    ['http://8.8.8.8/', 'must be https'],
  ])('may not be %s', (url, reason) => {
    expect(urlFault(url, url.startsWith('http://office') ? nowhere : local)).toContain(reason)
  })

  test('is not refused because its name cannot be resolved at present', async () => {
    const said: string[] = []
    const lookup = () => Promise.reject(new Error('getaddrinfo EAI_AGAIN office.example'))
    expect(await resolveFault('https://office.example/', { ...nowhere, lookup }, (each) => said.push(each))).toBeNull()
    expect(said).toEqual([expect.stringContaining('EAI_AGAIN')])
  })
})
