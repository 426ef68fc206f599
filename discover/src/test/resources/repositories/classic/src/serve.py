import joblib
from fastapi import FastAPI
from sklearn.pipeline import Pipeline

app = FastAPI()
model = joblib.load("models/churn.joblib")


@app.post("/score")
def score(customer: dict) -> float:
    return model.predict_proba([customer])[0][1]
