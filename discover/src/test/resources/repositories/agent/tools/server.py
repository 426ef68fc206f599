from mcp.server.fastmcp import FastMCP

mcp = FastMCP("tickets")


@mcp.tool()
def close_ticket(number: int) -> str:
    return "closed"
