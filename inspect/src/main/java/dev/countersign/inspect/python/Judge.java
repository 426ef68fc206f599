package dev.countersign.inspect.python;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Rule;
import dev.countersign.inspect.python.Value.Kind;
import dev.countersign.inspect.python.Value.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what calls mean. */
final class Judge implements Watch {
  private static final int DEEPEST = 6;
  private static final Set<String> ASKS =
      Set.of(
          "nvidia-smi", "rocm-smi", "rocminfo", "nvcc", "ninja", "git", "uname", "lscpu", "sysctl");
  private static final Set<String> SYSTEM =
      Set.of("os", "posix", "nt", "subprocess", "builtins", "ctypes", "pty", "sys.modules");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(^|/)\\.(ssh|aws|gnupg|kube|docker|netrc|pgpass|npmrc|pypirc|git-credentials|bashrc|bash_profile"
              + "|profile|zshrc|config/autostart)(/|$)|^/etc/(passwd|shadow|sudoers|cron\\S*|ld\\.so\\.preload|profile)"
              + "|^/proc/self/(environ|mem|maps)|id_rsa|id_ed25519|authorized_keys|/cron(tabs|\\.d)/|\\.pth$"
              + "|huggingface/token|/Start Menu/Programs/Startup/");
  private static final Pattern COLLECTS =
      Pattern.compile(
          "(?i)webhook\\.site|discord(app)?\\.com/api/webhooks|api\\.telegram\\.org/bot|pastebin\\.com|requestbin"
              + "|pipedream\\.net|ngrok|oast\\.|interact\\.sh|burpcollaborator|transfer\\.sh|hooks\\.slack\\.com"
              + "|://(?!127\\.|0\\.0\\.0\\.0|192\\.168\\.|10\\.)\\d{1,3}(\\.\\d{1,3}){3}|169\\.254\\.169\\.254|\\.onion");

  private final Examination examination;
  private final Names names;
  private final int depth;
  private final int base;

  Judge(Examination examination, Names names) {
    this(examination, names, 0, -1);
  }

  private Judge(Examination examination, Names names, int depth, int base) {
    this.examination = examination;
    this.names = names;
    this.depth = depth;
    this.base = base;
  }

  @Override
  public void called(String path, Arguments arguments, int offset, boolean atImport) {
    gadget(path, offset);
    Optional<Behaviour> behaviour = Behaviours.of(path);
    if (behaviour.isEmpty()) {
      return;
    }
    switch (behaviour.get()) {
      case COMMAND -> call(command(arguments), path, arguments, offset);
      case CODE -> code(path, arguments, offset);
      case MAKES_CODE -> call(PythonRules.HIDDEN, path, arguments, offset);
      case NATIVE -> call(PythonRules.NATIVE, path, arguments, offset);
      case BUILDS -> call(PythonRules.BUILDS, path, arguments, offset);
      case SOCKET -> call(PythonRules.SOCKET, path, arguments, offset);
      case NETWORK -> call(network(arguments, atImport), path, arguments, offset);
      case UNPICKLES -> call(unpickles(arguments), path, arguments, offset);
      case DESTROYS -> {
        if (atImport) {
          call(PythonRules.DESTROYS, path, arguments, offset);
        }
      }
      case OPENS -> opens(path, arguments, offset, atImport);
      case REDIRECTS ->
          call(
              arguments.sources().contains(Source.REMOTE)
                  ? PythonRules.BACKDOOR
                  : PythonRules.REDIRECTS,
              path,
              arguments,
              offset);
      case DECODES -> {}
    }
  }

  @Override
  public void mentioned(String path, int offset) {
    gadget(path, offset);
    Optional<Rule> rule =
        Behaviours.of(path)
            .map(behaviour ->
                switch (behaviour) {
                  case COMMAND -> PythonRules.COMMAND;
                  case NATIVE -> PythonRules.NATIVE;
                  case REDIRECTS -> PythonRules.REDIRECTS;
                  case CODE -> PythonRules.EVAL;
                  default -> PythonRules.CODE;
                })
            .filter(one -> one != PythonRules.CODE);
    rule.ifPresent(one -> examination.reportCall(one, place(offset), path, Behaviours.plain(path)));
  }

  @Override
  public void computed(String path, Value name, int offset) {
    if (SYSTEM.contains(path) || name.has(Source.DECODED) && !path.startsWith("self")) {
      examination.report(PythonRules.COMPUTED, place(offset), "getattr(" + path + ", …)");
    }
  }

  @Override
  public void tooDeep(int offset) {
    examination.report(PythonRules.TOO_DEEP, place(offset), "more than 120 levels");
  }

  private void gadget(String path, int offset) {
    boolean climbs =
        path.contains(".__base")
            || path.contains(".__mro__")
            || path.startsWith("object.")
            || path.startsWith("type.");
    if (climbs && path.contains(".__subclasses__") || path.contains("__globals__.__builtins__")) {
      examination.report(PythonRules.INTROSPECTION, place(offset), path);
    }
  }

  private static Rule command(Arguments arguments) {
    Value command = arguments.get(0, "args");
    List<Value> words = command.is(Kind.ITEMS) ? command.items() : List.of(command);
    String text = String.join(" ", words.stream().map(Value::text).toList());
    if (text.matches("(?s).*\\bpip3?\\b.*\\binstall\\b.*") && !text.matches("(?s).*[;&|`$].*")) {
      return PythonRules.INSTALL;
    }
    boolean fixed = words.stream().allMatch(word -> word.is(Kind.TEXT));
    String program = text.strip().split("\\s", 2)[0];
    return fixed
            && ASKS.contains(program)
            && text.matches("[\\w ./=,:+-]*")
            && !(program.equals("git")
                && text.matches(".*\\b(clone|pull|fetch|submodule|config)\\b.*"))
        ? PythonRules.HARMLESS_COMMAND
        : PythonRules.COMMAND;
  }

  private void code(String path, Arguments arguments, int offset) {
    Value text = arguments.get(0, "source");
    boolean hidden =
        text.has(Source.DECODED)
            || text.has(Source.REMOTE)
            || arguments.sources().contains(Source.REMOTE)
            || text.is(Kind.BYTES) && path.equals("exec");
    if (hidden) {
      call(PythonRules.HIDDEN, path, arguments, offset);
    } else if (text.isText()) {
      call(PythonRules.EVAL_TEXT, path, arguments, offset);
    } else if (!path.equals("compile") && !text.is(Kind.PATH) || text.is(Kind.PATH)) {
      call(
          path.equals("compile") ? PythonRules.EVAL_TEXT : PythonRules.EVAL,
          path,
          arguments,
          offset);
    }
    if (text.isText() && depth < DEEPEST) {
      inside(text, offset);
    }
  }

  private void inside(Value text, int offset) {
    String source = text.is(Kind.BYTES) ? text.text() : Tokenizer.source(text.text());
    Judge deeper = new Judge(examination, names, depth + 1, place(offset));
    new Statements(Tokenizer.of(source), names, deeper).all();
  }

  private static Rule network(Arguments arguments, boolean atImport) {
    String shown = arguments.shown();
    if (arguments.sources().contains(Source.SECRET) || COLLECTS.matcher(shown).find()) {
      return PythonRules.EXFILTRATION;
    }
    return atImport ? PythonRules.NETWORK_AT_IMPORT : PythonRules.NETWORK;
  }

  private static Rule unpickles(Arguments arguments) {
    Value data = arguments.first();
    boolean hidden = data.has(Source.DECODED) || data.has(Source.REMOTE) || data.is(Kind.BYTES);
    return hidden ? PythonRules.UNPICKLES_FETCHED : PythonRules.UNPICKLES;
  }

  private void opens(String path, Arguments arguments, int offset, boolean atImport) {
    Value file = arguments.get(0, "file");
    if (!file.isText()) {
      return;
    }
    String mode = arguments.get(1, "mode").is(Kind.TEXT) ? arguments.get(1, "mode").text() : "r";
    boolean writes = mode.matches(".*[wax+].*");
    if (SECRET.matcher(file.text()).find()) {
      call(PythonRules.SECRETS, path, arguments, offset);
    } else if (atImport && writes && file.text().matches("(/|~|[A-Za-z]:\\\\|\\.\\./).*")) {
      call(PythonRules.WRITES, path, arguments, offset);
    }
  }

  private void call(Rule rule, String path, Arguments arguments, int offset) {
    examination.reportCall(rule, place(offset), path + arguments.shown(), path);
  }

  private int place(int offset) {
    return base < 0 ? offset : base;
  }
}
