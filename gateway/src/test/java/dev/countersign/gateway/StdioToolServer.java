package dev.countersign.gateway;

import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.json.JsonMapper;

/** A server of tools that is a process of its own, made with the MCP Java SDK. */
final class StdioToolServer {
  private StdioToolServer() {}

  public static void main(String[] args) throws InterruptedException {
    System.err.println("ready \u001b[31m" + "x".repeat(10_000));
    McpServer.sync(new StdioServerTransportProvider(new JacksonMcpJsonMapper(new JsonMapper())))
        .serverInfo("stdio", "1")
        .capabilities(ServerCapabilities.builder().tools(true).build())
        .jsonSchemaValidator(new DefaultJsonSchemaValidator())
        .tools(
            SomeTool.of(
                "inbox",
                "Says what it was given.",
                (exchange, call) ->
                    SomeTool.text(
                        new TreeMap<>(System.getenv()) + " in " + Path.of("").toAbsolutePath())),
            SomeTool.of(
                "contacts",
                "Dies.",
                (exchange, call) -> {
                  Runtime.getRuntime().halt(3);
                  return SomeTool.text("never");
                }))
        .build();
    new CountDownLatch(1).await();
  }
}
