import { openai } from "@ai-sdk/openai";
import { streamText, tool } from "ai";

const systemPrompt = "You help shoppers to find clothes that fit, and never promise a price.";

/* const old = openai("gpt-3.5-turbo"); */
const findShoes = tool({ description: "Finds shoes", parameters: {}, execute: async () => [] });

export async function POST(request: Request) {
  return streamText({ model: openai("gpt-4o-mini"), system: systemPrompt, tools: { findShoes }, maxSteps: 5 });
}
