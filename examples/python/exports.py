"""Sums the monthly exports of China's provinces in 2024, and prints the five largest sums with their source."""

import csv
import io
import json
from decimal import Decimal
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

SERVER = "http://127.0.0.1:4000"
VARIABLES = {
    "filter": {
        "metrics": ["EXPORTS"],
        "dimensions": ["LOCATION"],
        "frequency": ["MONTHLY"],
        "from": "2024-01",
        "to": "2024-12",
    },
    "unit": "CNY_BILLION",
}


def export(file_format):
    """Returns the text of a file of series, in UTF-8."""
    parameters = {"format": file_format, "query": "series", "variables": json.dumps(VARIABLES)}
    try:
        with urlopen(f"{SERVER}/export?{urlencode(parameters)}", timeout=60) as response:
            return response.read().decode()
    except HTTPError as error:
        message = json.load(error)["errors"][0]["message"]
        raise SystemExit(message) from error


# The columns after the name are periods, one column each.
header, *rows = csv.reader(io.StringIO(export("csv")))
first = header.index("Metric, name (billion yuan)") + 1

sums = []
for row in rows:
    # Decimal keeps every printed digit, and an empty cell has no number.
    values = [Decimal(value) for value in row[first:] if value != ""]
    sums.append((sum(values), len(values), row[first - 1]))

print("Exports in 2024, billion yuan")
for total, months, name in sorted(sums, reverse=True)[:5]:
    print(f"{name:20} {total:>14,}   {months} months")

sources = json.loads(export("about"))["sources"]
print(f"\n{len(sources)} releases, the first of them:")
print(sources[0]["citation"])
