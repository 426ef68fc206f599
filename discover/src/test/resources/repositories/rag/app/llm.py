import os

import chromadb
from fastapi import FastAPI
from langchain_huggingface import HuggingFaceEmbeddings
from openai import OpenAI

SYSTEM_PROMPT = """You answer questions of staff from the rules that are given,
and say so where the rules are silent."""

app = FastAPI()
client = OpenAI(api_key=os.getenv("OPENAI_API_KEY"))
vectors = chromadb.PersistentClient(path="index")
embed = HuggingFaceEmbeddings(model_name="sentence-transformers/all-MiniLM-L6-v2")


@app.post("/ask")
def ask(question: str) -> str:
    return client.chat.completions.create(model="gpt-4o-2024-08-06", messages=[])
