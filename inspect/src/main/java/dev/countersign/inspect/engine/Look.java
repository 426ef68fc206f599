package dev.countersign.inspect.engine;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Finding;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.Rule;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks into one artefact by every format that may be loaded from it. */
final class Look implements Examination {
  /** Endings that many programs use for anything: they promise no format. */
  private static final Set<String> SAY_LITTLE =
      Set.of("", "bin", "dat", "data", "model", "weights", "params", "db", "json", "txt", "xml");

  /**
   * Endings of what runs code when it is loaded in any case: programs save by them whatever they
   * have, also archives, and a loader that finds something else in it runs no more than that.
   */
  private static final Set<String> PROMISE_NOTHING =
      Set.of(
          "pkl",
          "pickle",
          "p",
          "pck",
          "pcl",
          "pt",
          "pth",
          "ptl",
          "ckpt",
          "joblib",
          "jl",
          "dill",
          "cpkl",
          "sav",
          "pytorch",
          "torch",
          "checkpoint",
          "snapshot");

  private final Engine engine;
  private final Found found;
  private final Budget budget;
  private final String member;
  private final int depth;
  private final Verdict least;
  private boolean closer;

  Look(Engine engine, Found found, Budget budget, String member, int depth) {
    this(engine, found, budget, member, depth, Verdict.CLEAN);
  }

  private Look(Engine engine, Found found, Budget budget, String member, int depth, Verdict least) {
    this.engine = engine;
    this.found = found;
    this.budget = budget;
    this.member = member;
    this.depth = depth;
    this.least = least;
  }

  /** Looks into the outermost artefact. */
  void into(Artefact artefact) throws IOException {
    try {
      every(artefact);
    } catch (Broken exhausted) {
      report(EngineRules.BOMB, exhausted.what());
    }
  }

  @Override
  public void report(Rule rule, String subject) {
    add(rule, OptionalLong.empty(), subject, Optional.empty());
  }

  @Override
  public void report(Rule rule, long offset, String subject) {
    add(rule, OptionalLong.of(offset), subject, Optional.empty());
  }

  @Override
  public void reportCall(Rule rule, long offset, String subject, String call) {
    add(rule, OptionalLong.of(offset), subject, Optional.of(call));
  }

  @Override
  public void fact(ArtefactFact fact, String value) {
    found.fact(fact, value);
  }

  @Override
  public void member(String name, Bytes bytes) throws Broken, IOException {
    member(Artefact.of(name, bytes));
  }

  @Override
  public void member(Artefact artefact) throws Broken, IOException {
    Optional<Look> deeper = deeper(artefact.name());
    if (deeper.isPresent()) {
      deeper.get().every(artefact);
    }
  }

  @Override
  public void memberAs(String format, String name, Bytes bytes) throws Broken, IOException {
    Optional<Look> deeper = deeper(name);
    if (deeper.isPresent()) {
      Format known =
          engine.formats().stream()
              .filter(one -> one.id().equals(format))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(format));
      deeper.get().all(Artefact.of(name, bytes), List.of(known));
    }
  }

  @Override
  public void format(String id, String title) {
    closer = true;
    known(id, title);
  }

  @Override
  public Budget budget() {
    return budget;
  }

  private Optional<Look> deeper(String name) throws Broken {
    budget.member();
    found.member();
    if (depth == Budget.DEEPEST) {
      report(EngineRules.TOO_DEEP, name);
      return Optional.empty();
    }
    return Optional.of(new Look(engine, found, budget, member + "!" + name, depth + 1, least));
  }

  private void every(Artefact artefact) throws Broken, IOException {
    if (artefact.length() == 0) {
      return;
    }
    String ending = artefact.ending();
    List<Format> named = engine.named(ending);
    List<Format> recognised = new ArrayList<>(2);
    for (Format format : engine.formats()) {
      if (recognises(format, artefact)) {
        recognised.add(format);
      }
    }
    if (recognised.isEmpty()) {
      byName(artefact, named);
      return;
    }
    if (misnamed(ending, named, recognised)) {
      report(EngineRules.WRONG_ENDING, 0, "." + ending + " holds " + titles(recognised));
    }
    all(artefact, recognised);
    asNamed(artefact, named, recognised);
  }

  /**
   * What a loader that goes by the name alone would do before it breaks: a pickle may begin with
   * the magic number of an image. Only what cannot be there by chance is told.
   */
  private void asNamed(Artefact artefact, List<Format> named, List<Format> recognised)
      throws Broken, IOException {
    Look strict = new Look(engine, found, budget, member, depth, Verdict.MALICIOUS);
    for (Format format : named) {
      if (!recognised.contains(format)) {
        strict.one(artefact, format, false);
      }
    }
  }

  private static boolean misnamed(String ending, List<Format> named, List<Format> recognised) {
    return !named.isEmpty()
        && !SAY_LITTLE.contains(ending)
        && !PROMISE_NOTHING.contains(ending)
        && named.stream().noneMatch(recognised::contains);
  }

  private boolean recognises(Format format, Artefact artefact) throws Broken, IOException {
    try {
      return format.recognises(artefact);
    } catch (Unreadable expanded) {
      exhausted(expanded);
      return false;
    } catch (RuntimeException bug) {
      report(EngineRules.READER_FAILED, format.id() + ": " + bug.getClass().getSimpleName());
      return false;
    }
  }

  private static void exhausted(Unreadable expanded) throws Budget.Exhausted {
    if (expanded.broken() instanceof Budget.Exhausted exhausted) {
      throw exhausted;
    }
  }

  private void all(Artefact artefact, List<Format> formats) throws Broken, IOException {
    for (Format format : formats) {
      one(artefact, format).ifPresent(broken -> unreadable(format, broken));
    }
  }

  /** What a loader would try because of the name, though it does not look so. */
  private void byName(Artefact artefact, List<Format> named) throws Broken, IOException {
    boolean promised = !SAY_LITTLE.contains(artefact.ending());
    if (named.isEmpty()) {
      report(EngineRules.UNKNOWN, artefact.fileName());
      return;
    }
    int failed = 0;
    Broken last = new Broken(0, "");
    for (Format format : named) {
      Optional<Broken> broken = one(artefact, format);
      failed += broken.isPresent() ? 1 : 0;
      last = broken.orElse(last);
    }
    if (failed == named.size()) {
      report(
          promised ? EngineRules.broken(last) : EngineRules.UNKNOWN,
          last.offset(),
          "not " + titles(named) + ": " + last.what());
    }
  }

  private Optional<Broken> one(Artefact artefact, Format format) throws Broken, IOException {
    return one(artefact, format, true);
  }

  private Optional<Broken> one(Artefact artefact, Format format, boolean is)
      throws Broken, IOException {
    closer = false;
    try {
      format.inspect(artefact, this);
    } catch (Budget.Exhausted exhausted) {
      known(format);
      throw exhausted;
    } catch (Broken broken) {
      return Optional.of(broken);
    } catch (Unreadable expanded) {
      exhausted(expanded);
      return Optional.of(expanded.broken());
    } catch (RuntimeException | StackOverflowError bug) {
      report(EngineRules.READER_FAILED, format.id() + ": " + bug.getClass().getSimpleName());
    }
    if (is) {
      known(format);
    }
    return Optional.empty();
  }

  private void known(Format format) {
    if (!closer) {
      known(format.id(), format.title());
    }
  }

  private void known(String id, String title) {
    found.format(id, depth);
    if (!engine.policy().admits(id)) {
      report(EngineRules.FORBIDDEN, title);
    }
  }

  private void unreadable(Format format, Broken broken) {
    known(format);
    report(EngineRules.broken(broken), broken.offset(), format.title() + ": " + broken.what());
  }

  private void add(Rule rule, OptionalLong offset, String subject, Optional<String> call) {
    if (rule.verdict().compareTo(least) >= 0) {
      found.add(new Finding(rule, member, offset, subject, call));
    }
  }

  private static String titles(List<Format> formats) {
    return formats.stream().map(Format::title).collect(Collectors.joining(", "));
  }
}
