package dev.countersign.inspect.paddle;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Rule;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.payload.Payloads;
import dev.countersign.inspect.text.WordList;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks through one program. For one program. */
final class PaddleLook {
  private static final int LONGEST = 1 << 14;
  private static final Map<String, String> KINDS =
      WordList.lines(PaddleLook.class, "operators.txt").stream()
          .map(line -> line.split(" "))
          .collect(Collectors.toMap(words -> words[1], words -> words[0]));

  private final Examination examination;

  PaddleLook(Examination examination) {
    this.examination = examination;
  }

  /** ProgramDesc: blocks in field 1. */
  void program(Wire program) throws Broken, IOException {
    while (program.next()) {
      if (program.holds(1)) {
        block(program.message());
      }
    }
  }

  /** BlockDesc: operators in field 4. */
  private void block(Wire block) throws Broken, IOException {
    while (block.next()) {
      if (block.holds(4)) {
        operator(block.message());
      }
    }
  }

  /** OpDesc: its type in field 3, attributes in field 4. */
  private void operator(Wire operator) throws Broken, IOException {
    String type = "";
    String argument = "";
    long at = operator.at();
    while (operator.next()) {
      if (operator.holds(3)) {
        type = operator.text(LONGEST);
        at = operator.at();
      } else if (operator.holds(4)) {
        String text = attribute(operator.message());
        argument = argument.isEmpty() ? text : argument;
      }
    }
    Optional<Rule> rule = Optional.ofNullable(KINDS.get(type)).map(PaddleLook::rule);
    if (rule.isPresent()) {
      examination.reportCall(rule.get(), at, (type + " " + argument).strip(), type);
    }
  }

  /** OpDesc.Attr: a name, and a text in field 5 or texts in field 8. */
  private String attribute(Wire attribute) throws Broken, IOException {
    String name = "";
    String path = "";
    while (attribute.next()) {
      if (attribute.holds(1)) {
        name = attribute.text(LONGEST);
      } else if (attribute.holds(5) || attribute.holds(8)) {
        String text = attribute.text(LONGEST);
        path = name.contains("path") || name.contains("endpoint") ? text : path;
        prose(name, text, attribute.at());
      }
    }
    return path;
  }

  private void prose(String name, String text, long at) {
    if (name.equals("op_callstack")) {
      return;
    }
    Payloads.in(text)
        .ifPresent(found ->
            examination.report(
                PaddleRules.TEXT,
                at,
                "%s in %s: %s".formatted(found.kind(), name, found.excerpt())));
  }

  private static Rule rule(String kind) {
    return switch (kind) {
      case "python" -> PaddleRules.PYTHON;
      case "file" -> PaddleRules.FILE;
      case "network" -> PaddleRules.NETWORK;
      default -> throw new IllegalStateException(kind);
    };
  }
}
