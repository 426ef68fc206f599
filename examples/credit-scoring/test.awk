# How well a model of train.awk does on rows that it has not seen:
#
#   awk -f test.awk models/credit.pmml data/test.csv
FNR == NR {
  if (match($0, /intercept="[^"]*"/) && !seen++) intercept = substr($0, RSTART + 11, RLENGTH - 12)
  if (/<NumericPredictor/) number[attribute("name")] = attribute("coefficient")
  if (/<CategoricalPredictor/) category[attribute("name"), attribute("value")] = attribute("coefficient")
  next
}
FNR == 1 { columns = split($0, column, ","); next }
{
  split($0, field, ",")
  score = intercept
  for (i = 1; i < columns; i++)
    score += (column[i] in number) ? number[column[i]] * field[i] : category[column[i], field[i]]
  right += (score > 0) == (field[columns] == "default")
  rows++
}
END { printf "%d of %d right (%.1f %%)\n", right, rows, 100 * right / rows }

function attribute(name) {
  match($0, name "=\"[^\"]*\"")
  return substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 3)
}
