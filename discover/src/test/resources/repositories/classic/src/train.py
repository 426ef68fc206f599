"""Trains. The words pickle.load("no.pkl") stand in a docstring and mean nothing."""
import joblib
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.preprocessing import StandardScaler

# joblib.load("models/comment.pkl") in a comment means nothing either
frame = pd.read_csv("data/customers.csv")
scaler = StandardScaler().fit(frame)
model = GradientBoostingClassifier()
model.fit(scaler.transform(frame), frame["left"])
joblib.dump(scaler, "models/scaler.joblib")
joblib.dump(model, "models/churn.joblib")
