package dev.countersign.inspect.pickle;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the object that a pickle gives tells of itself: a claim of whoever wrote the pickle. */
public final class ModelFacts implements Loader {
  private static final Set<String> FRAMEWORKS =
      Set.of(
          "scikit-learn",
          "PyTorch",
          "XGBoost",
          "LightGBM",
          "CatBoost",
          "statsmodels",
          "imbalanced-learn",
          "transformers",
          "timm",
          "torchvision",
          "Prophet",
          "gensim",
          "NLTK",
          "mlxtend",
          "Ultralytics");
  private static final int SHOWN = 20;

  private final Loader arrays;
  private final Storages storages;
  private final Examination examination;

  /**
   * With loaders that know of all else.
   *
   * @param arrays asked for what is built
   * @param storages asked for what stands outside
   */
  public ModelFacts(Loader arrays, Storages storages, Examination examination) {
    this.arrays = arrays;
    this.storages = storages;
    this.examination = examination;
  }

  @Override
  public After built(Made built, long position) {
    return arrays.built(built, position);
  }

  @Override
  public Value persistent(Value id, Value unknown) {
    return storages.persistent(id, unknown);
  }

  @Override
  public void result(Value object) {
    model(object).ifPresent(this::tell);
  }

  /** The object itself, or the first model in a dictionary of several things. */
  private static Optional<Made> model(Value object) {
    return switch (object) {
      case Made made when framework(made).isPresent() -> Optional.of(made);
      case Entries entries ->
          entries.values().stream().flatMap(value -> ofItem(value).stream()).findFirst();
      case Items items ->
          items.kept().stream().flatMap(value -> ofItem(value).stream()).findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<Made> ofItem(Value value) {
    return value instanceof Made made && framework(made).isPresent()
        ? Optional.of(made)
        : Optional.empty();
  }

  private static Optional<String> framework(Made made) {
    return made.callee() instanceof Global global && FRAMEWORKS.contains(global.known().library())
        ? Optional.of(global.known().library())
        : Optional.empty();
  }

  private void tell(Made made) {
    String library = framework(made).orElseThrow();
    examination.fact(ArtefactFact.FRAMEWORK, library);
    if (library.equals("PyTorch")
        && !name(made).contains("Module")
        && !module(made).startsWith("torch.nn.modules")) {
      return;
    }
    List<Made> steps = steps(made);
    examination.fact(
        ArtefactFact.ARCHITECTURE,
        steps.isEmpty()
            ? name(made)
            : steps.stream().map(ModelFacts::name).collect(Collectors.joining(", ")));
    if (!(made.state() instanceof Entries state)) {
      return;
    }
    text(state, "_sklearn_version")
        .ifPresent(version -> examination.fact(ArtefactFact.PRODUCER, "scikit-learn " + version));
    Entries last = steps.isEmpty() ? state : state(steps.getLast());
    Entries first = steps.isEmpty() ? state : state(steps.getFirst());
    array(last, "classes_").ifPresent(classes -> examination.fact(ArtefactFact.CLASSES, classes));
    features(state)
        .or(() -> features(first))
        .ifPresent(features -> examination.fact(ArtefactFact.FEATURES, features));
  }

  private static Optional<String> features(Entries state) {
    return array(state, "feature_names_in_")
        .or(() ->
            state
                .get("n_features_in_")
                .flatMap(count ->
                    count instanceof Whole whole
                        ? Optional.of(whole + " features")
                        : Optional.empty()));
  }

  /** The steps of a pipeline, without those that are left out. */
  private static List<Made> steps(Made made) {
    List<Made> steps = new ArrayList<>();
    if (name(made).equals("Pipeline")
        && state(made).get("steps").orElse(Plain.NONE) instanceof Items items) {
      for (Value item : items.kept()) {
        if (item instanceof Items pair && pair.item(1) instanceof Made step) {
          steps.add(step);
        }
      }
    }
    return steps;
  }

  /** Texts in an array of NumPy, whose state is {@code (version, shape, dtype, order, items)}. */
  private static Optional<String> array(Entries state, String key) {
    if (state.get(key).orElse(Plain.NONE) instanceof Made array
        && array.state() instanceof Items parts
        && parts.item(4) instanceof Items items) {
      List<String> texts =
          items.kept().stream()
              .filter(item -> item instanceof Text || item instanceof Whole)
              .limit(SHOWN)
              .map(item -> item instanceof Text text ? text.string() : item.toString())
              .toList();
      String more = items.size() > texts.size() ? ", … (" + items.size() + ")" : "";
      return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts) + more);
    }
    return Optional.empty();
  }

  private static Optional<String> text(Entries state, String key) {
    return state
        .get(key)
        .flatMap(value ->
            value instanceof Text text && text.length() < 100
                ? Optional.of(text.string())
                : Optional.empty());
  }

  private static Entries state(Made made) {
    return made.state() instanceof Entries state ? state : new Entries();
  }

  private static String name(Made made) {
    return made.callee() instanceof Global global ? global.name() : "";
  }

  private static String module(Made made) {
    return made.callee() instanceof Global global ? global.module() : "";
  }
}
