# Raw applications to clean ones: leaves out what the bank may not decide by (sex and marital status, age,
# foreign worker) and says the outcome in a word.
BEGIN { FS = OFS = "," }
NR == 1 { for (i = 1; i <= NF; i++) if ($i ~ /^(status_sex|age|foreign_worker)$/) left_out[i] = 1 }
{
  line = ""
  for (i = 1; i < NF; i++) if (!(i in left_out)) line = line $i OFS
  print line (NR == 1 ? "outcome" : $NF == 1 ? "repaid" : "default")
}
