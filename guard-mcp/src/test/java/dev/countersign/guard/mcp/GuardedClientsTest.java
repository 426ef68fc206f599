package dev.countersign.guard.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.guard.tool.Approver;
import dev.countersign.guard.tool.ToolGate;
import dev.countersign.guard.tool.label.Trust;
import dev.countersign.guard.tool.policy.ToolPolicy;
import dev.countersign.guard.tool.policy.ToolPolicy.Undescribed;
import dev.countersign.guard.tool.policy.ToolPolicy.Unpointed;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real client and a real server of the MCP Java SDK, with the gate between. */
class GuardedClientsTest {
  private static final ToolGate GUESSING = ToolGate.of(ToolPolicy.guessed());

  private static Office office;
  private static McpSyncClient client;

  @BeforeAll
  static void open() throws Exception {
    office = new Office();
    client = office.client();
  }

  @AfterEach
  void forget() {
    office.paid.clear();
  }

  @AfterAll
  static void close() throws Exception {
    client.close();
    office.close();
  }

  private static GuardedClients run(Approver approver) {
    GuardedClients run = GuardedClients.start(GUESSING, approver);
    run.conversation().user("Send money to the plumber, account DE11-PLUMBER");
    return run;
  }

  private static CallToolRequest request(String tool, Map<String, Object> arguments) {
    return CallToolRequest.builder(tool).arguments(arguments).build();
  }

  private static CallToolRequest pay(String recipient) {
    return request("send_money", Map.of("recipient", recipient));
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }

  @Test
  void whatTheUserNamedIsPaid() {
    GuardedClients run = run(Approver.NOBODY);
    run.callTool(client, request("get_email", Map.of()));

    assertThat(text(run.callTool(client, pay("DE11-PLUMBER")))).isEqualTo("sent");
    assertThat(office.paid).containsExactly("DE11-PLUMBER");
  }

  @Test
  void whatAMailNamedIsRefusedAndTheModelIsTold() {
    GuardedClients run = run(Approver.NOBODY);
    run.callTool(client, request("get_email", Map.of()));

    CallToolResult refused = run.callTool(client, pay("XK99-ATTACKER"));

    assertThat(refused.isError()).isTrue();
    assertThat(text(refused)).contains("integrity of recipient").doesNotContain("XK99");
    assertThat(office.paid).isEmpty();
  }

  @Test
  void aPersonIsAskedAndEndorses() {
    List<String> asked = new ArrayList<>();
    GuardedClients run =
        run(ruling -> {
          ruling.asks().forEach(reason -> asked.add(reason.value()));
          return true;
        });
    run.callTool(client, request("get_email", Map.of()));

    assertThat(text(run.callTool(client, pay("XK99-ATTACKER")))).isEqualTo("sent");
    assertThat(asked).containsExactly("XK99-ATTACKER");
  }

  @Test
  void whatAToolSaysWhenItFailsIsRememberedToo() {
    GuardedClients run = run(Approver.NOBODY);
    run.callTool(client, request("get_webpage", Map.of()));
    assertThat(run.callTool(client, pay("XK55-ERROR")).isError()).isTrue();
  }

  @Test
  void whatAResourceSaysHasTheTrustOfItsWriters() {
    GuardedClients run = run(Approver.NOBODY);
    run.readResource(client, ReadResourceRequest.builder("file:///page").build(), Trust.PUBLIC);
    assertThat(run.callTool(client, pay("XK77-PAGE")).isError()).isTrue();

    GuardedClients trusting = run(Approver.NOBODY);
    trusting.readResource(
        client, ReadResourceRequest.builder("file:///page").build(), Trust.OPERATOR);
    assertThat(text(trusting.callTool(client, pay("XK77-PAGE")))).isEqualTo("sent");
  }

  @Test
  void severalClientsBelongToOneRun() throws Exception {
    try (Office other = new Office();
        McpSyncClient second = other.client()) {
      GuardedClients run = run(Approver.NOBODY);
      run.callTool(second, request("get_email", Map.of()));
      assertThat(run.callTool(client, pay("XK99-ATTACKER")).isError()).isTrue();
    }
  }

  @Test
  void anAsynchronousClientIsGuardedTheSame() {
    McpAsyncClient later = office.asyncClient();
    try {
      GuardedClients run = run(Approver.NOBODY);
      run.callTool(later, request("get_email", Map.of())).block();

      assertThat(run.callTool(later, pay("XK99-ATTACKER")).block().isError()).isTrue();
      assertThat(text(run.callTool(later, pay("DE11-PLUMBER")).block())).isEqualTo("sent");
      assertThat(run.listTools(later).block()).extracting(Tool::name).contains("send_money");
    } finally {
      later.close();
    }
  }

  @Test
  void toolsThatThePolicyDoesNotNameAreNotOffered() {
    ToolGate strict = ToolGate.of(new ToolPolicy(Undescribed.DENY, true, Unpointed.DENY, Map.of()));
    GuardedClients run = GuardedClients.start(strict, Approver.NOBODY);
    assertThat(run.listTools(client)).isEmpty();
    assertThat(run.callTool(client, pay("DE11-PLUMBER")).isError()).isTrue();
  }

  @Test
  void whatIsSentIsWhatWasChecked() {
    GuardedClients run = run(Approver.NOBODY);
    assertThat(
            text(
                run.callTool(
                    client,
                    request("send_money", Map.of("recipient", URI.create("DE11-PLUMBER"))))))
        .isEqualTo("sent");
    assertThat(office.paid).containsExactly("DE11-PLUMBER");
  }
}
