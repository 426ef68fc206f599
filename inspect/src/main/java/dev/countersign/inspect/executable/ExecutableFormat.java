package dev.countersign.inspect.executable;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.Rule;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.util.Set;

/** Native programs and libraries, scripts and bytecode. What they do is not looked at. */
public final class ExecutableFormat implements Format {
  private static final Rule DISGUISED =
      Rule.malicious(
              "executable-disguised",
              "A program is named as something else.",
              "Whoever runs it, or whatever looks at what it is, runs it.",
              "Do not use what it came with. Find out who named it so.")
          .see("CWE-434", "AML.T0011.000");

  private static final Rule NATIVE =
      Rule.suspicious(
              "executable-native",
              "Native code comes with the model.",
              "Once it is loaded, as plug-in, operator or library, it can do whatever its user may.",
              "Build it from sources that you trust, or do without it.")
          .see("CWE-829");

  private static final Rule BYTECODE =
      Rule.suspicious(
              "executable-bytecode",
              "Compiled code comes with the model, which cannot be read.",
              "Once it is imported it can do whatever its user may.",
              "Ask for the source, and compile it yourself.")
          .see("CWE-829");

  private static final Rule AT_START =
      Rule.suspicious(
              "executable-at-start",
              "A .pth file holds code for the start of Python.",
              "Put into a folder of packages, it runs whenever Python starts there.",
              "Read what follows each import in it, and do without it.")
          .see("CWE-829", "T1546.018");

  private static final Rule SCRIPT =
      Rule.note(
          "executable-script",
          "A script comes with the model.",
          "Nothing, unless somebody runs it.",
          "Read it before you run it.");

  private static final Set<String> ENDINGS =
      Set.of("exe", "dll", "so", "dylib", "pyd", "class", "bat", "cmd", "ps1");

  @Override
  public String id() {
    return "executable";
  }

  @Override
  public String title() {
    return "program";
  }

  @Override
  public Set<String> endings() {
    return ENDINGS;
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return Kind.of(artefact).isPresent();
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    Kind kind = Kind.of(artefact).orElseThrow(() -> new Broken(0, "no program known here"));
    examination.report(rule(kind, kind.named(artefact)), 0, kind.title());
  }

  private static Rule rule(Kind kind, boolean named) {
    return switch (kind) {
      case ELF, PE, MACH_O -> named ? NATIVE : DISGUISED;
      case JAVA_CLASS -> BYTECODE;
      case SCRIPT -> named ? SCRIPT : DISGUISED;
      case PYTHON_PATHS -> AT_START;
      case WINDOWS_SCRIPT -> NATIVE;
    };
  }
}
