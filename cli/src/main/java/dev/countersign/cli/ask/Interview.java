package dev.countersign.cli.ask;

import dev.countersign.assess.Checked;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.model.SafeText;
import dev.countersign.model.SystemModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks the ten most decisive questions about a system, one at a time, and writes the answers.
 *
 * <p>After each answer the system is judged again, since an answer changes what matters: the next
 * question is the most decisive of those that are left. Everything is said on standard error, so
 * that standard output holds nothing but the verdict. Nothing is written before the end, and the
 * end shows every line that changes.
 */
public final class Interview {
  private static final int MOST = 10;

  private final Console console;
  private final Terminal terminal;
  private final Function<SystemModel, Checked> judge;
  private final InputLines lines;
  private final Deque<Turn> past = new ArrayDeque<>();
  private Turn turn;

  private Interview(
      Console console, Terminal terminal, Checked system, Function<SystemModel, Checked> judge) {
    this.console = console;
    this.terminal = terminal;
    this.judge = judge;
    this.lines = new InputLines(console.in(), console.charset());
    this.turn = Turn.first(system);
  }

  /**
   * Asks and writes.
   *
   * @param system as it was read from its files and judged
   * @param judge judges the system anew with other facts
   * @return how many questions were answered and written
   * @throws Refused if a file was changed meanwhile or cannot be written
   */
  public static int run(
      Console console, Terminal terminal, Checked system, Function<SystemModel, Checked> judge) {
    Interview interview = new Interview(console, terminal, system, judge);
    interview.ask();
    return interview.write();
  }

  private void ask() {
    Optional<Asked> next = turn.next();
    if (next.isEmpty()) {
      say(page -> AskedPage.nothing(page, turn.waiting()));
      return;
    }
    say(page -> AskedPage.opening(page, turn.checked(), MOST));
    boolean goesOn = true;
    while (goesOn && past.size() < MOST && next.isPresent()) {
      goesOn = ask(next.get());
      next = turn.next();
    }
    tellWaiting();
  }

  private void tellWaiting() {
    List<Asked> waiting = turn.waiting();
    if (!waiting.isEmpty()) {
      console.complain("\n");
      say(page -> AskedPage.waiting(page, waiting));
    }
  }

  /** Asks one question until there is an answer to it; whether to go on. */
  private boolean ask(Asked asked) {
    console.complain("\n");
    say(page -> AskedPage.question(page, asked, past.size() + 1, past.isEmpty()));
    while (true) {
      switch (reply(asked)) {
        case Reply.Quit quit -> {
          return false;
        }
        case Reply.Help help -> say(page -> AskedPage.help(page, asked));
        case Reply.Wrong wrong -> say(page -> AskedPage.wrong(page, wrong.why(), wrong.next()));
        case Reply.Back back when past.isEmpty() ->
            say(page -> AskedPage.wrong(page, "This is the first question.", ""));
        case Reply.Back back -> {
          turn = past.pop();
          return true;
        }
        case Reply.Skip skip -> {
          advance(turn.skipping(asked));
          return true;
        }
        case Reply.Each each -> {
          turn = turn.splitting(asked);
          return true;
        }
        case Reply.Given given -> {
          if (noted(asked, given)) {
            return true;
          }
        }
      }
    }
  }

  private boolean noted(Asked asked, Reply.Given given) {
    Turn before = turn;
    Optional<Turn> after = turn.answering(asked, given.value(), judge, this::refused);
    after.ifPresent(this::advance);
    after.ifPresent(now -> say(page -> AskedPage.effect(page, before.checked(), now.checked())));
    return after.isPresent();
  }

  private void refused(String why, String next) {
    say(page -> AskedPage.wrong(page, why, next));
  }

  private void advance(Turn next) {
    past.push(turn);
    turn = next;
  }

  private int write() {
    if (turn.edit().changes().isEmpty()) {
      say(page -> page.blank().line("Nothing was written."));
      return 0;
    }
    console.complain(Changes.text(turn.edit().changes()));
    Changes.write(turn.edit().changes());
    say(page -> AskedPage.written(page, turn));
    return turn.answered();
  }

  /** The end of the input is an answer too: to stop. */
  private Reply reply(Asked asked) {
    console.complain("> ");
    Optional<String> line = lines.next();
    if (!console.interactive()) {
      // Nobody types what comes through a pipe, so a transcript would not show it.
      console.complain(line.map(SafeText::of).orElse("") + "\n");
    }
    return line.map(it -> Reply.of(it, asked)).orElseGet(Reply.Quit::new);
  }

  private void say(Consumer<Page> content) {
    Page page = new Page(terminal);
    content.accept(page);
    console.complain(page.toString());
  }
}
