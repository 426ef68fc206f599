package dev.countersign.guard.tool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.guard.tool.label.Trust;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of names. */
class GuessTest {
  @ParameterizedTest
  @CsvSource({
    "get_balance, read, operator",
    "listOrders, read, operator",
    "read_file, read, public",
    "searchMessages, read, public",
    "send_email, send, operator",
    "transferFunds, spend, operator",
    "delete_branch, delete, operator",
    "update_password, configure, operator",
    "frobnicate_widget, write, operator",
    "run_command, execute, public"
  })
  void effectAndWriter(String tool, String effect, String trust) {
    ToolRule rule = Guess.of(tool, List.of("a"));
    assertThat(rule.effect().word()).isEqualTo(effect);
    assertThat(rule.result().trust()).isEqualTo(Trust.of(trust).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "send_email, recipients, destination",
    "send_email, subject, content",
    "send_email, attachments, critical",
    "open_page, url, destination",
    "transfer, amount, critical",
    "verify_account, otp, plain",
    "get_order, order_id, plain",
    "frobnicate, what, critical"
  })
  void roles(String tool, String argument, String role) {
    ToolRule rule = Guess.of(tool, List.of(argument));
    assertThat(rule.arguments())
        .hasEntrySatisfying(argument, guessed -> assertThat(guessed.role().word()).isEqualTo(role));
  }
}
