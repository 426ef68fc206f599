package dev.countersign.discover.draft;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Files that are searched rather than learnt from: documents, where something keeps vectors. */
final class CorpusFiles {
  private static final Set<String> DOCUMENTS = Set.of("pdf", "md", "txt", "html", "docx");
  private static final Set<String> FOLDERS =
      Set.of(
          "knowledge", "knowledge_base", "kb", "source_documents", "documents", "docs", "corpus");

  private final Set<Finding> files;

  CorpusFiles(Bench bench) {
    boolean searches =
        bench.about(What.STORE).anyMatch(store -> store.is(Detail.STORE_TYPE, "vector-store"))
            || bench.libraries(What.IMPORT, "vector-store").findAny().isPresent();
    this.files =
        Set.copyOf(bench.about(What.DATA_FILES).filter(file -> searches && isText(file)).toList());
  }

  boolean contains(Finding file) {
    return files.contains(file);
  }

  /** The first of them by place. */
  List<Finding> list() {
    return files.stream().sorted((a, b) -> a.where().compareTo(b.where())).toList();
  }

  private static boolean isText(Finding file) {
    List<String> folders = Arrays.asList(file.name().toLowerCase(Locale.ROOT).split("/", -1));
    return DOCUMENTS.contains(Paths.extension(file.name()))
        || folders.stream().anyMatch(FOLDERS::contains);
  }
}
