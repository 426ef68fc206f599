package dev.countersign.discover.lexicon;

import dev.countersign.discover.lexicon.Resource.Line;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What endings of file names mean: {@code artefacts.yaml}. */
public final class Artefacts {
  private static final Resource FILE = Resource.of("artefacts.yaml");
  private static final Map<String, Line> MODELS = FILE.lines("models");
  private static final Set<String> DATA = Set.copyOf(FILE.names("data"));
  private static final Set<String> DATA_IN_FOLDERS = Set.copyOf(FILE.names("data-in-folders"));

  private Artefacts() {}

  /**
   * A type of model artefact.
   *
   * @param format a word of the key {@code format}
   * @param loader what loading may do; empty where the format does not settle it
   * @param magic the first bytes; empty where any will do
   * @param onlyIn parts of the path of which one has to be there; empty where none has to
   */
  public record ModelType(String format, String loader, byte[] magic, List<String> onlyIn) {
    public ModelType {
      onlyIn = List.copyOf(onlyIn);
    }
  }

  /** The type of model that a file with this ending holds. */
  public static Optional<ModelType> model(String extension) {
    return Optional.ofNullable(MODELS.get(extension))
        .map(line ->
            new ModelType(
                line.text("format"),
                line.text("loader"),
                HexFormat.of().parseHex(line.text("magic")),
                line.texts("only-in")));
  }

  /** Whether a file with this ending holds data wherever it lies. */
  public static boolean isData(String extension) {
    return DATA.contains(extension);
  }

  /** Whether a file with this ending holds data where its folder is named like data. */
  public static boolean isDataInFolder(String extension) {
    return DATA_IN_FOLDERS.contains(extension);
  }
}
