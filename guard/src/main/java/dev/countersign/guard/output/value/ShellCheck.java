package dev.countersign.guard.output.value;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.value.ShellLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A whole command, by the simple commands that it is made of. */
final class ShellCheck {
  private static final int DEEPEST = 4;
  private static final String[] PRIVATE = {
    "/etc/shadow",
    "/etc/sudoers",
    "/etc/gshadow",
    ".ssh/",
    ".aws/",
    ".gnupg",
    ".netrc",
    ".kube/",
    ".docker/config",
    "/proc/self/environ",
    "/proc/1/environ",
    "id_rsa",
    "id_ed25519",
    ".git-credentials",
    ".npmrc",
    ".pypirc",
    "/dev/tcp/",
    "/dev/udp/",
    "/etc/cron",
    ".bashrc",
    ".bash_profile",
    ".zshrc",
    ".profile",
    "authorized_keys",
    "/etc/ld.so",
    "wallet.dat",
    ".bash_history",
    "/etc/passwd"
  };

  private final String text;
  private final List<String> allowed;
  private final Findings out;
  private final int depth;

  ShellCheck(String text, List<String> allowed, Findings out, int depth) {
    this.text = text;
    this.allowed = allowed;
    this.out = out;
    this.depth = depth;
  }

  void check() {
    ShellLexer lexer = ShellLexer.lex(text);
    if (depth > DEEPEST || lexer.unclosed() || text.indexOf('\0') >= 0) {
      bad(
          "shell.unclosed",
          0,
          text.length(),
          "quotes or substitutions that do not end, or nest deeply");
      return;
    }
    controls();
    if (text.startsWith("```")) {
      bad("shell.fence", 0, 3, "a code fence around the command");
    }
    simple(lexer.tokens(), lexer.inner().isEmpty());
    for (String inner : lexer.inner()) {
      out.active(
          "shell.substitution",
          0,
          text.length(),
          Decision.FLAG,
          "a substitution",
          "what it gives becomes part of the command");
      new ShellCheck(inner, allowed, out, depth + 1).check();
    }
  }

  private void controls() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\t' || c == 127) {
        bad("shell.control", i, i + 1, "a control character");
        return;
      }
    }
  }

  /** Splits at operators; a pipe is told to the command behind it. */
  private void simple(List<Token> tokens, boolean constant) {
    List<Token> words = new ArrayList<>();
    boolean piped = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (!token.operator()) {
        words.add(token);
        sensitive(token);
      } else if (token.text().startsWith("<") || token.text().contains(">")) {
        i += redirect(token, tokens, i);
        dropDescriptor(words, token);
      } else {
        function(token, tokens, i, words);
        new SimpleCommand(words, piped, allowed, constant, out).check();
        piped = token.text().startsWith("|") && !token.text().equals("||");
        words = new ArrayList<>();
      }
    }
    new SimpleCommand(words, piped, allowed, constant, out).check();
  }

  /** {@code 2>file}: the number is no argument. */
  private static void dropDescriptor(List<Token> words, Token operator) {
    int last = words.size() - 1;
    if (last >= 0
        && words.get(last).end() == operator.start()
        && words.get(last).text().length() == 1
        && descriptor(words.get(last).text().charAt(0))) {
      words.remove(last);
    }
  }

  private static boolean descriptor(char c) {
    return c >= '0' && c <= '9';
  }

  private void function(Token token, List<Token> tokens, int i, List<Token> words) {
    boolean opens =
        token.text().equals("(") && i + 1 < tokens.size() && tokens.get(i + 1).text().equals(")");
    if (opens && words.size() == 1) {
      bad("shell.function", token.start(), token.end(), "a function");
    }
  }

  private int redirect(Token operator, List<Token> tokens, int i) {
    if (i + 1 >= tokens.size() || tokens.get(i + 1).operator()) {
      return 0;
    }
    Token target = tokens.get(i + 1);
    sensitive(target);
    String name = target.text();
    boolean same =
        operator.text().endsWith("&")
            && name.length() == 1
            && (descriptor(name.charAt(0)) || name.charAt(0) == '-');
    boolean nowhere =
        name.equals("/dev/null") || name.equals("/dev/stderr") || name.equals("/dev/stdout");
    if (operator.text().contains(">") && !same && !nowhere) {
      boolean far =
          name.startsWith("/") && !name.startsWith("/tmp/")
              || name.startsWith("~")
              || name.startsWith(".") && name.length() > 2 && name.charAt(1) != '/'
              || name.contains("..")
              || target.expands();
      out.active(
          "shell.redirect",
          operator.start(),
          target.end(),
          far ? Decision.REJECT : Decision.FLAG,
          "a file that is written",
          "it may be one that others rely on");
    }
    return 1;
  }

  private void sensitive(Token token) {
    String lower = token.text().toLowerCase(Locale.ROOT);
    for (String path : PRIVATE) {
      if (lower.contains(path)) {
        bad(
            "shell.private",
            token.start(),
            token.end(),
            "a file of keys, of accounts, or that is run at log-in");
        return;
      }
    }
  }

  private void bad(String rule, int start, int end, String what) {
    out.active(
        rule,
        start,
        end,
        Decision.REJECT,
        what,
        "whoever wrote the text decides what the machine does");
  }
}
