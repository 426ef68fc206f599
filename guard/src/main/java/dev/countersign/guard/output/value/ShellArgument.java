package dev.countersign.guard.output.value;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One argument of a command, by what a POSIX shell (XCU 2.2 to 2.6) makes of it where nobody quotes
 * it, or quotes it with the wrong quotes; and by what commands make of a dash (CWE-78, CWE-88).
 */
final class ShellArgument {
  static final Set<String> VARIABLES =
      Set.of(
          "ld_preload",
          "ld_library_path",
          "ld_audit",
          "dyld_insert_libraries",
          "dyld_library_path",
          "bash_env",
          "env",
          "ifs",
          "path",
          "pythonpath",
          "pythonstartup",
          "node_options",
          "node_path",
          "git_ssh_command",
          "git_ssh",
          "git_editor",
          "git_pager",
          "git_external_diff",
          "git_proxy_command",
          "git_config",
          "perl5opt",
          "perl5lib",
          "rubyopt",
          "rubylib",
          "java_tool_options",
          "_java_options",
          "jdk_java_options",
          "prompt_command",
          "ps1",
          "ps4",
          "shellopts",
          "bashopts",
          "editor",
          "visual",
          "pager",
          "lessopen",
          "manpager",
          "browser",
          "pythonbreakpoint",
          "gcc_exec_prefix",
          "classpath",
          "http_proxy",
          "https_proxy",
          "all_proxy",
          "pythonhome",
          "maven_opts",
          "histfile",
          "git_config_count",
          "git_config_key_0");
  private static final String DASHES = "-\u2013\u2014\u2212";
  private static final Pattern BETWEEN = Pattern.compile("[\\s\"']+");
  private static final String WHY = "a shell obeys it unless it is quoted";

  private final String text;
  private final Findings out;

  ShellArgument(String text, Findings out) {
    this.text = text;
    this.out = out;
  }

  void check() {
    for (int i = 0; i < text.length(); i++) {
      sign(i);
    }
    String folded = Compatible.of(text);
    boolean alike =
        !folded.equals(text)
            && folded.chars().anyMatch(c -> ";|&`<>".indexOf(c) >= 0 && text.indexOf(c) < 0);
    if (alike) {
      active(
          "shell.operator",
          0,
          text.length(),
          Decision.REJECT,
          "a sign that some systems map to an operator");
    }
    options();
    int equals = text.indexOf('=');
    if (equals > 0
        && VARIABLES.contains(
            text.substring(0, equals).strip().toLowerCase(java.util.Locale.ROOT))) {
      out.content(
          "shell.environment",
          0,
          equals + 1,
          Decision.REJECT,
          "a variable that changes what programs load",
          "commands such as env and make take it");
    }
    if (text.startsWith("ext::") || text.contains(" ext::")) {
      out.content(
          "shell.option",
          0,
          5,
          Decision.REJECT,
          "a transport of git that runs a command",
          "quotes do not help");
    }
  }

  private char at(int i) {
    return i < text.length() ? text.charAt(i) : '\0';
  }

  private void sign(int i) {
    char c = text.charAt(i);
    switch (c) {
      case '\0' ->
          out.content(
              "shell.control",
              i,
              i + 1,
              Decision.REJECT,
              "a NUL",
              "programs end the argument there");
      case '\n', '\r' -> active("shell.operator", i, i + 1, Decision.REJECT, "a line end");
      case ';', '|', '&', '<', '>' ->
          active("shell.operator", i, i + 1, Decision.REJECT, "an operator of the shell");
      case '`' -> active("shell.substitution", i, i + 1, Decision.REJECT, "a backtick");
      case '$' -> dollar(i);
      case '%' -> percent(i);
      case '\'', '"', '\\', '*', '?', '(', ')', '{', '}', '[', ']', '#', '!' ->
          active("shell.sign", i, i + 1, Decision.FLAG, "a sign that shells treat apart");
      default -> {
        if (c < ' ' && c != '\t' || c == 127) {
          active("shell.control", i, i + 1, Decision.REJECT, "a control character");
        }
      }
    }
  }

  private void dollar(int i) {
    char next = at(i + 1);
    boolean letter = (next | 0x20) >= 'a' && (next | 0x20) <= 'z' || next == '_';
    if (letter || "({'\"[@*".indexOf(next) >= 0 && next != '\0') {
      active("shell.substitution", i, i + 2, Decision.REJECT, "a substitution");
    }
  }

  /** Windows: {@code %COMSPEC%}; and an encoded line end. */
  private void percent(int i) {
    int end = i + 1;
    while (end < text.length()
        && end - i < 40
        && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    boolean encoded =
        text.regionMatches(true, i, "%0a", 0, 3)
            || text.regionMatches(true, i, "%0d", 0, 3)
            || text.regionMatches(true, i, "%3b", 0, 3)
            || text.regionMatches(true, i, "%7c", 0, 3)
            || text.regionMatches(true, i, "%60", 0, 3);
    if (encoded || end > i + 2 && (at(end) == '%' || at(end) == ':')) {
      active(
          "shell.substitution",
          i,
          Math.min(end + 1, text.length()),
          Decision.REJECT,
          encoded ? "an encoded operator" : "a variable of Windows");
    }
  }

  private boolean dashed() {
    for (int i = 0; i < text.length(); i++) {
      if (DASHES.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Quotes do not help against options. */
  private void options() {
    if (!dashed()) {
      return;
    }
    String[] words = BETWEEN.split(text, -1);
    int place = 0;
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      boolean first = place == 0 && text.startsWith(word) && !word.isEmpty();
      boolean dash =
          word.length() > 1
              && DASHES.indexOf(word.charAt(0)) >= 0
              && (word.charAt(0) == '-' || first);
      boolean option =
          dash
              && (Character.isLetter(word.charAt(1))
                  || word.charAt(1) == '-'
                      && word.length() > 2
                      && Character.isLetter(word.charAt(2)));
      boolean carries =
          option
              && (word.indexOf('=') > 0
                  || word.startsWith("-o") && word.length() > 3
                  || word.startsWith("-exec"));
      if (option && (first || carries) || word.startsWith("--checkpoint-action")) {
        out.content(
            "shell.option",
            Math.max(0, text.indexOf(word)),
            Math.max(0, text.indexOf(word)) + word.length(),
            Decision.REJECT,
            "an option where an argument is expected",
            "quotes do not help: put -- before arguments");
        return;
      }
      place += word.length() + 1;
    }
  }

  private void active(String rule, int start, int end, Decision decision, String what) {
    out.active(rule, start, Math.min(end, text.length()), decision, what, WHY);
  }
}
