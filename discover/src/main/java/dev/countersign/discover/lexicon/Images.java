package dev.countersign.discover.lexicon;

import dev.countersign.discover.lexicon.Resource.Line;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** What container images mean: {@code images.yaml}. */
public final class Images {
  private static final Resource FILE = Resource.of("images.yaml");
  private static final Map<String, String> SERVES = FILE.words("serves");
  private static final Map<String, Line> STORES = FILE.lines("stores");

  private Images() {}

  /**
   * A store that an image holds.
   *
   * @param type a word of the key {@code type}
   * @param product what it is
   */
  public record Store(String type, String product) {}

  /** The server of models in an image such as {@code vllm/vllm-openai:v0.6.0}. */
  public static Optional<String> server(String image) {
    String name = bare(image);
    return SERVES.entrySet().stream()
        .filter(entry -> names(name, entry.getKey()))
        .map(Entry::getValue)
        .findFirst();
  }

  /** The store in an image such as {@code qdrant/qdrant}. */
  public static Optional<Store> store(String image) {
    String name = bare(image);
    return STORES.entrySet().stream()
        .filter(entry -> names(name, entry.getKey()))
        .map(entry -> new Store(entry.getValue().text("type"), entry.getValue().text("product")))
        .findFirst();
  }

  /** The name without registry, tag and digest, at most its last two parts. */
  private static String bare(String image) {
    String name = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
  }

  /** Whether the word stands in the name as a whole part, or begins its last part. */
  private static boolean names(String name, String word) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.equals(word)
        || name.endsWith("/" + word)
        || last.startsWith(word + "-")
        || last.endsWith("-" + word);
  }
}
