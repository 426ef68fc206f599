package dev.countersign.guard.output.value;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.value.ShellLexer.Token;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What arguments make of commands that are harmless without them. */
final class CommandArguments {
  private static final Pattern RUNS =
      Pattern.compile(
          "(?i)(-o)?(proxycommand|localcommand|permitlocalcommand|knownhostscommand).*"
              + "|--(checkpoint-action|to-command|use-compress-program|rsh|upload-pack|receive-pack"
              + "|unzip-command|compress-program|rsync-path|exec|ext-diff|open-files-in-pager"
              + "|html-pager)(=.*)?|-I.*|ext::.*|-TT");
  private static final Pattern TUNNELS = Pattern.compile("-[fNgqTC]*[RLDW].*");
  private static final Pattern SCRIPT = Pattern.compile("[0-9,$]*e( .*)?|.*/e|[0-9$]*w .*");
  private static final Pattern LINE_END = Pattern.compile("[\\n\\r\\u0085\\u2028\\u2029]");

  private final String name;
  private final Token word;
  private final List<Token> arguments;
  private final boolean piped;
  private final boolean constant;
  private final Findings out;

  CommandArguments(
      String name,
      Token word,
      List<Token> arguments,
      boolean piped,
      boolean constant,
      Findings out) {
    this.name = name;
    this.word = word;
    this.arguments = arguments;
    this.piped = piped;
    this.constant = constant;
    this.out = out;
  }

  /** Whether the command is known here. */
  boolean check() {
    switch (name) {
      case "curl", "wget", "http", "fetch", "aria2c" -> web();
      case "rm", "unlink" -> rm();
      case "chmod", "chown", "chgrp" ->
          bad(
              any("777")
                  || any("-R")
                  || any("+s")
                  || any("--recursive")
                  || any("4755")
                  || any("u+s")
                  || any("666"),
              "rights for everybody, or for a whole folder");
      case "find", "fd" ->
          bad(
              any("-exec")
                  || any("-delete")
                  || any("-ok")
                  || any("-execdir")
                  || starts("-fprint")
                  || any("-okdir")
                  || any("-x"),
              "a search that runs or deletes");
      case "tar",
          "zip",
          "rsync",
          "scp",
          "sftp",
          "ssh",
          "git",
          "svn",
          "hg",
          "man",
          "tcpdump",
          "sort",
          "7z",
          "unzip" ->
          transport();
      case "awk", "gawk", "mawk", "sed", "ed", "vi", "vim", "nano", "emacs", "nawk" ->
          bad(scripts(), "a script that runs commands or writes files");
      case "tee", "cp", "mv", "ln", "install", "touch", "mkdir" ->
          bad(far(), "a file outside of the folder that is written");
      case "docker", "podman", "kubectl", "nerdctl", "helm" ->
          bad(
              any("--privileged")
                  || starts("/:")
                  || any("exec")
                  || any("delete")
                  || any("run") && (starts("--pid") || starts("--net=host"))
                  || text("docker.sock")
                  || any("prune"),
              "a container with the rights of the machine, or a deletion");
      case "pip",
          "pip3",
          "npm",
          "npx",
          "gem",
          "cargo",
          "go",
          "yarn",
          "pnpm",
          "uvx",
          "pipx",
          "apt",
          "apt-get",
          "yum",
          "dnf",
          "brew" ->
          bad(
              text("://")
                  || starts("--index-url")
                  || starts("--extra-index")
                  || starts("-i") && text("http")
                  || text("git+")
                  || name.equals("npx") && arguments.isEmpty(),
              "a package from an address");
      case "export" ->
          bad(
              arguments.stream()
                  .anyMatch(one ->
                      one.text().indexOf('=') > 0
                          && ShellArgument.VARIABLES.contains(
                              one.text()
                                  .substring(0, one.text().indexOf('='))
                                  .toLowerCase(Locale.ROOT))),
              "a variable that changes what programs load");
      case "kill", "pkill" -> bad(any("-1") || any("1"), "the end of all processes");
      case "base64", "xxd" -> flag(false);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean any(String argument) {
    return arguments.stream().anyMatch(one -> one.text().equals(argument));
  }

  private boolean starts(String prefix) {
    return arguments.stream().anyMatch(one -> one.text().startsWith(prefix));
  }

  private boolean text(String part) {
    return arguments.stream().anyMatch(one -> one.text().contains(part));
  }

  private void bad(boolean is, String what) {
    if (is) {
      out.active(
          "shell.argument",
          word.start(),
          word.end(),
          Decision.REJECT,
          what,
          "it reaches further than the command's name says");
    } else {
      flag(true);
    }
  }

  private void flag(boolean writes) {
    if (writes && !name.equals("find") && !name.equals("sort") && !name.equals("git")) {
      out.active(
          "shell.command",
          word.start(),
          word.end(),
          Decision.FLAG,
          "a command that is not known to only read",
          "it may change something");
    }
  }

  /** A plain download is flagged; what sends, or is put together, is refused. */
  private void web() {
    boolean sends =
        piped
            || starts("-d")
            || starts("--data")
            || starts("-F")
            || starts("--form")
            || starts("-T")
            || starts("--upload-file")
            || starts("--post")
            || starts("-X")
            || starts("--request")
            || starts("--body")
            || starts("-K")
            || starts("--config")
            || text("@/")
            || starts("--json")
            || starts("-H") && text("$")
            || starts("--use-askpass")
            || starts("-e")
            || starts("--proxy")
            || starts("-x");
    boolean computed = !constant || arguments.stream().anyMatch(Token::expands);
    boolean local = text("file://") || text("gopher://") || text("dict://") || text("169.254.");
    bad(sends || computed || local, "a request that sends something, or reaches inside");
  }

  private void rm() {
    boolean recursive =
        arguments.stream()
            .anyMatch(one ->
                recursive(one.text())
                    || one.text().equals("--recursive")
                    || one.text().equals("--no-preserve-root"));
    boolean wide =
        arguments.stream()
            .anyMatch(one ->
                one.text().startsWith("/")
                    || one.text().startsWith("~")
                    || one.text().contains("*")
                    || one.text().contains("..")
                    || one.expands());
    bad(recursive || wide, "a deletion of more than a file");
  }

  private static boolean recursive(String option) {
    boolean letters = option.startsWith("-") && !option.startsWith("--");
    return letters && (option.indexOf('r') > 0 || option.indexOf('R') > 0);
  }

  /** An option of ssh that is a command, or sets something; on one line. */
  private static boolean optionOf(String text) {
    return text.regionMatches(true, 0, "-o", 0, 2)
        && !LINE_END.matcher(text).find()
        && (text.indexOf('=') > 0 || text.toLowerCase(Locale.ROOT).contains("command"));
  }

  /** A host before a colon that no slash precedes. */
  private static boolean remote(String text) {
    int slash = text.indexOf('/');
    int colon = text.lastIndexOf(':', slash < 0 ? text.length() : slash);
    return colon > 0 && !LINE_END.matcher(text).region(colon, text.length()).find();
  }

  private void transport() {
    boolean runs = arguments.stream().anyMatch(one -> RUNS.matcher(one.text()).matches());
    boolean option = arguments.stream().anyMatch(one -> optionOf(one.text()));
    boolean configured =
        name.equals("git") && any("-c")
            || name.equals("git") && starts("--config-env")
            || name.equals("git") && starts("--exec-path=")
            || name.equals("rsync") && any("-e")
            || name.equals("man") && any("-P")
            || name.equals("tcpdump") && any("-z")
            || name.equals("ssh") && any("-F")
            || name.equals("sort") && starts("--compress");
    boolean leaves =
        (name.equals("scp") || name.equals("rsync") || name.equals("sftp"))
            && arguments.stream().anyMatch(one -> remote(one.text()));
    boolean tunnels =
        name.equals("ssh")
            && arguments.stream().anyMatch(one -> TUNNELS.matcher(one.text()).matches());
    boolean pushes =
        name.equals("git")
            && (any("push") || any("config") || any("--force") || any("clean") || any("--hard"));
    bad(
        runs || option || configured || leaves || tunnels || pushes,
        "arguments that run commands, or send files");
  }

  /** {@code s/a/b/e} of sed runs what the replacement gives. */
  private static boolean runsReplacement(String script) {
    if (script.length() < 5
        || script.charAt(0) != 's'
        || Character.isLetterOrDigit(script.charAt(1))) {
      return false;
    }
    String flags = script.substring(script.lastIndexOf(script.charAt(1)) + 1);
    return flags.length() < 6 && flags.indexOf('e') >= 0;
  }

  private boolean scripts() {
    return arguments.stream().anyMatch(one -> runsReplacement(one.text()))
        || text("system(")
        || text("|getline")
        || text("| getline")
        || text("/inet/")
        || text("| \"")
        || text("|\"")
        || starts(":!")
        || starts("+!")
        || text("!sh")
        || text("!/bin")
        || text("print >")
        || any("-c")
        || arguments.stream().anyMatch(one -> SCRIPT.matcher(one.text()).matches());
  }

  private boolean far() {
    return arguments.stream()
        .anyMatch(one ->
            one.text().startsWith("/") && !one.text().startsWith("/tmp/")
                || one.text().startsWith("~")
                || one.text().contains(".."));
  }
}
