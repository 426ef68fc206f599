package dev.countersign.guard.output.value;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.value.ShellLexer.Token;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One command with its arguments. */
final class SimpleCommand {
  private static final String WHY = "whoever wrote the text decides what the machine does";

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\+?");
  private static final Pattern DURATION = Pattern.compile("[0-9]+[smhd]?|\\{\\}");
  private static final Pattern PYTHON = Pattern.compile("python[0-9.]+");
  private static final Pattern INLINE =
      Pattern.compile(
          "-{1,2}[A-Za-z]*"
              + "(c|e|r|E|Command|EncodedCommand|eval|exec|p|encodedcommand|enc)|/c|/k|-");

  private final List<Token> words;
  private final boolean piped;
  private final List<String> allowed;
  private final boolean constant;
  private final Findings out;

  SimpleCommand(
      List<Token> words, boolean piped, List<String> allowed, boolean constant, Findings out) {
    this.words = words;
    this.piped = piped;
    this.allowed = allowed;
    this.constant = constant;
    this.out = out;
  }

  void check() {
    int i = 0;
    while (i < words.size() && assigned(words.get(i))) {
      i++;
    }
    while (i < words.size() && Programs.WRAPPERS.contains(name(words.get(i)))) {
      i = afterWrapper(i);
    }
    if (i < words.size() && !Programs.KEYWORDS.contains(words.get(i).text())) {
      command(words.get(i), words.subList(i + 1, words.size()));
    }
  }

  private boolean assigned(Token word) {
    int sign = word.text().indexOf('=');
    boolean assignment = sign > 0 && VARIABLE.matcher(word.text()).region(0, sign).matches();
    if (assignment
        && ShellArgument.VARIABLES.contains(
            word.text().substring(0, sign).toLowerCase(Locale.ROOT))) {
      bad("shell.environment", word, "a variable that changes what programs load");
    }
    return assignment;
  }

  private int afterWrapper(int i) {
    int next = i + 1;
    boolean loop = words.get(i).text().equals("for");
    while (next < words.size()
        && (words.get(next).text().startsWith("-")
            || assigned(words.get(next))
            || DURATION.matcher(words.get(next).text()).matches()
            || loop && next < i + 2)) {
      next++;
    }
    if (name(words.get(i)).equals("env") && next >= words.size()) {
      flag(words.get(i), "the environment, which often holds secrets");
    }
    return loop ? words.size() : next;
  }

  private static String name(Token word) {
    String text = word.text();
    return text.substring(text.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  private void command(Token word, List<Token> arguments) {
    String name = name(word);
    boolean pattern =
        !Programs.READS.contains(name)
            && (name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0);
    if (pattern || word.expands() || !word.plain() && !word.text().contains(" ")) {
      bad("shell.hidden", word, "a command whose name is put together");
    } else if (!allowed.isEmpty()) {
      if (!allowed.contains(name) || !constant) {
        bad("shell.command", word, "a command that is not listed, or not constant");
      }
    } else if (Programs.HARMS.contains(name) || name.startsWith("mkfs.")) {
      bad("shell.harm", word, "the command " + shown(name));
    } else if (Programs.LISTENS.contains(name)) {
      bad("shell.network", word, "a connection");
    } else if (Programs.INTERPRETERS.contains(name) || PYTHON.matcher(name).matches()) {
      interpreter(word, arguments);
    } else {
      CommandArguments known = new CommandArguments(name, word, arguments, piped, constant, out);
      if (!known.check() && !Programs.READS.contains(name)) {
        flag(word, "a command that is not known to only read");
      }
    }
  }

  private static String shown(String name) {
    return name.length() > 30 ? name.substring(0, 30) : name;
  }

  /** A program given in the arguments or through a pipe is whatever the text says. */
  private void interpreter(Token word, List<Token> arguments) {
    boolean harmless =
        arguments.size() == 1
            && (arguments.get(0).text().equals("--version")
                || arguments.get(0).text().equals("-V")
                || arguments.get(0).text().equals("-v"));
    boolean inline = arguments.stream().anyMatch(one -> INLINE.matcher(one.text()).matches());
    boolean script = arguments.stream().anyMatch(one -> !one.text().startsWith("-"));
    boolean far = arguments.stream().anyMatch(one -> one.expands() || one.text().contains("://"));
    if (!harmless && (inline || piped || !script || far)) {
      bad("shell.interpreter", word, "an interpreter of whatever it is given");
    } else {
      flag(word, "an interpreter of a script");
    }
  }

  private void flag(Token word, String what) {
    out.active("shell.command", word.start(), word.end(), Decision.FLAG, what, WHY);
  }

  private void bad(String rule, Token word, String what) {
    out.active(rule, word.start(), word.end(), Decision.REJECT, what, WHY);
  }
}
