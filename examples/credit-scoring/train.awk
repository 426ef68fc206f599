# Trains a logistic regression on clean applications and writes it as PMML 4.4 (https://dmg.org/pmml).
#
#   awk -f train.awk data/train.csv >models/credit.pmml
#
# Full-batch gradient descent with a small ridge: the same rows in the same order give the same bytes.
BEGIN { FS = ","; rounds = 120; rate = 1.0; ridge = 0.001 }
NR == 1 { target = NF; for (i = 1; i < NF; i++) column[i] = $i; next }
{
  rows++
  outcome[rows] = ($target == "default")
  for (i = 1; i < target; i++) {
    value[rows, i] = $i
    if ($i !~ /^[0-9.]+$/) category[i] = 1
  }
}
END {
  for (i = 1; i < target; i++) if (i in category) one_hot(i); else standardise(i)
  for (round = 1; round <= rounds; round++) step()
  write()
}

function one_hot(i,   r, v) {
  for (r = 1; r <= rows; r++) {
    v = value[r, i]
    if (!((i, v) in feature)) { feature[i, v] = ++features; of[features] = i; word[features] = v }
  }
}

function standardise(i,   r, sum, squares) {
  for (r = 1; r <= rows; r++) { sum += value[r, i]; squares += value[r, i] ^ 2 }
  mean[i] = sum / rows
  spread[i] = sqrt(squares / rows - mean[i] ^ 2)
  if (spread[i] == 0) spread[i] = 1
  number[i] = ++features; of[features] = i
}

function input(r, i) { return (value[r, i] - mean[i]) / spread[i] }

function step(   r, i, f, score, error, gradient, base) {
  for (r = 1; r <= rows; r++) {
    score = intercept
    for (i = 1; i < target; i++)
      score += (i in category) ? weight[feature[i, value[r, i]]] : weight[number[i]] * input(r, i)
    error = 1 / (1 + exp(-score)) - outcome[r]
    base += error
    for (i = 1; i < target; i++)
      if (i in category) gradient[feature[i, value[r, i]]] += error
      else gradient[number[i]] += error * input(r, i)
  }
  intercept -= rate * base / rows
  for (f = 1; f <= features; f++) weight[f] -= rate * (gradient[f] / rows + ridge * weight[f])
}

function write(   i, f, raw) {
  raw = intercept
  for (i = 1; i < target; i++) if (!(i in category)) raw -= weight[number[i]] * mean[i] / spread[i]
  print "<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\">"
  print " <Header description=\"Probability that a credit is not repaid\"/>"
  print " <DataDictionary>"
  for (i = 1; i < target; i++)
    printf "  <DataField name=\"%s\" optype=\"%s\" dataType=\"%s\"/>\n", column[i], \
      (i in category) ? "categorical" : "continuous", (i in category) ? "string" : "double"
  print "  <DataField name=\"outcome\" optype=\"categorical\" dataType=\"string\"/>"
  print " </DataDictionary>"
  print " <RegressionModel functionName=\"classification\" normalizationMethod=\"logit\">"
  print "  <MiningSchema>"
  for (i = 1; i < target; i++) printf "   <MiningField name=\"%s\"/>\n", column[i]
  print "   <MiningField name=\"outcome\" usageType=\"target\"/>"
  print "  </MiningSchema>"
  printf "  <RegressionTable targetCategory=\"default\" intercept=\"%.6f\">\n", raw
  for (f = 1; f <= features; f++) {
    i = of[f]
    if (!(i in category))
      printf "   <NumericPredictor name=\"%s\" coefficient=\"%.6f\"/>\n", column[i], weight[f] / spread[i]
  }
  for (f = 1; f <= features; f++) {
    i = of[f]
    if (i in category)
      printf "   <CategoricalPredictor name=\"%s\" value=\"%s\" coefficient=\"%.6f\"/>\n", column[i], word[f], weight[f]
  }
  print "  </RegressionTable>"
  print "  <RegressionTable targetCategory=\"repaid\" intercept=\"0\"/>"
  print " </RegressionModel>"
  print "</PMML>"
}
