from langchain_anthropic import ChatAnthropic
from langchain_community.tools import DuckDuckGoSearchRun
from langchain_core.tools import tool
from langchain_experimental.tools import PythonREPLTool
from langgraph.checkpoint.memory import MemorySaver
from langgraph.prebuilt import create_react_agent

MODEL = "claude-sonnet-4-20250514"


@tool
def file_ticket(title: str) -> str:
    """Files a ticket."""
    return title


agent = create_react_agent(
    ChatAnthropic(model=MODEL),
    tools=[file_ticket, DuckDuckGoSearchRun(), PythonREPLTool()],
    checkpointer=MemorySaver(),
)
agent.invoke({"messages": []}, config=dict(recursion_limit=25))
