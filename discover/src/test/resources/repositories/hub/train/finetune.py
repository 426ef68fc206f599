from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer

BASE = "distilbert/distilbert-base-uncased"
data = load_dataset("stanfordnlp/imdb")
tokenizer = AutoTokenizer.from_pretrained(BASE)
model = AutoModelForSequenceClassification.from_pretrained(BASE, trust_remote_code=True)
trainer = Trainer(model=model, train_dataset=data["train"])
trainer.train()
model.save_pretrained("out/reviews")
