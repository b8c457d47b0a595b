# Sums the monthly exports of China's provinces in 2024, prints the five largest sums, and draws the months.

server <- "http://127.0.0.1:4000"
variables <- '{
  "filter": {"metrics": ["EXPORTS"], "dimensions": ["LOCATION"], "frequency": ["MONTHLY"], "from": "2024-01", "to": "2024-12"},
  "unit": "CNY_BILLION"
}'
address <- paste0(server, "/export?query=series&format=csv&variables=", URLencode(variables, reserved = TRUE))

# Names of columns are kept as they are, and an empty cell becomes NA.
table <- read.csv(address, check.names = FALSE, encoding = "UTF-8")
name <- "Metric, name (billion yuan)"
# The columns after the name are periods, one column each.
months <- as.matrix(table[(match(name, names(table)) + 1):ncol(table)])
rownames(months) <- table[[name]]

largest <- head(order(rowSums(months, na.rm = TRUE), decreasing = TRUE), 5)
cat("Exports in 2024, billion yuan\n")
for (row in largest) {
  total <- formatC(sum(months[row, ], na.rm = TRUE), format = "f", digits = 5, big.mark = ",")
  cat(sprintf("%-20s %14s   %d months\n", rownames(months)[row], total, sum(!is.na(months[row, ]))))
}

pdf("exports.pdf", width = 9, height = 5)
colours <- hcl.colors(length(largest), "Dark 3")
matplot(t(months[largest, ]),
  type = "l", lty = 1, lwd = 2, col = colours, xaxt = "n", xlab = "", ylab = "billion yuan",
  main = "Exports by province"
)
axis(1, at = seq_len(ncol(months)), labels = substr(colnames(months), 1, 3))
legend("topleft", rownames(months)[largest], col = colours, lty = 1, lwd = 2, bty = "n", ncol = 2)
invisible(dev.off())
