package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.lexicon.Artefacts;
import dev.countersign.discover.lexicon.Artefacts.ModelType;
import dev.countersign.discover.lexicon.ModelNames;
import dev.countersign.discover.tree.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Model artefacts, by the ending of their names and, where endings lie, by their first bytes. */
public final class ModelFileDetector implements Detector {
  private static final String LFS = "version https://git-lfs";

  /** Weights of Hugging Face folders whose ending says nothing. */
  private static final Set<String> BINS = Set.of("pytorch_model.bin", "adapter_model.bin");

  /** Saved beside models, and none. */
  private static final Set<String> NO_MODELS =
      Set.of("optimizer.pt", "scheduler.pt", "training_args.bin", "rng_state.pth");

  @Override
  public boolean wants(Source source) {
    return !NO_MODELS.contains(source.name())
        && (Artefacts.model(source.extension()).isPresent()
            || source.extension().equals("pb")
            || BINS.contains(source.name()));
  }

  @Override
  public void detect(Source source, Findings findings) {
    if (source.extension().equals("pb")) {
      graph(source, findings);
    } else if (BINS.contains(source.name())) {
      add(source, findings, source.path(), "pytorch", "");
    } else {
      Artefacts.model(source.extension())
          .filter(type -> fits(source, type))
          .ifPresent(type -> add(source, findings, source.path(), type.format(), type.loader()));
    }
  }

  private static void graph(Source source, Findings findings) {
    if (source.name().equals("saved_model.pb")) {
      add(source, findings, source.folder().isEmpty() ? "." : source.folder(), "saved-model", "");
    } else if (source.name().toLowerCase(Locale.ROOT).contains("graph")) {
      add(source, findings, source.path(), "other", "");
    }
  }

  private static void add(
      Source source, Findings findings, String files, String format, String loader) {
    String path = files.toLowerCase(Locale.ROOT);
    Optional<String> task = ModelNames.task(path.substring(path.lastIndexOf('/') + 1));
    findings
        .whole(What.MODEL_FILE, files)
        .with(Detail.FILES, files)
        .with(Detail.FORMAT, format)
        .with(Detail.LOADER, loader)
        .with(Detail.TASK, task)
        .sure();
  }

  private static boolean fits(Source source, ModelType type) {
    String path = source.path().toLowerCase(Locale.ROOT);
    boolean there = type.onlyIn().isEmpty() || type.onlyIn().stream().anyMatch(path::contains);
    return there && (type.magic().length == 0 || startsRight(source, type.magic()));
  }

  /** Large files are often left in Git LFS, and a pointer stands for them. */
  private static boolean startsRight(Source source, byte[] magic) {
    byte[] head = source.head(LFS.length());
    return Arrays.equals(Arrays.copyOf(head, magic.length), magic)
        || new String(head, StandardCharsets.UTF_8).equals(LFS);
  }
}
