package dev.countersign.bom.spdx;

import dev.countersign.bom.Part;
import dev.countersign.bom.PartFile;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The type of data by the endings of its files. */
final class DatasetTypes {
  private static final Set<String> STRUCTURED =
      Set.of("csv", "tsv", "parquet", "json", "jsonl", "ndjson", "arrow", "feather", "xlsx");
  private static final Set<String> TEXT = Set.of("txt", "md", "html", "pdf", "rst", "xml");
  private static final Set<String> IMAGE =
      Set.of("png", "jpg", "jpeg", "gif", "webp", "tif", "bmp");
  private static final Set<String> AUDIO = Set.of("wav", "mp3", "flac", "ogg");
  private static final Set<String> VIDEO = Set.of("mp4", "mkv", "webm", "avi", "mov");

  private DatasetTypes() {}

  /** A word of {@code DatasetType}; {@code noAssertion} where files differ or say nothing. */
  static String of(Part part) {
    List<String> types =
        part.files().stream().map(PartFile::path).map(DatasetTypes::type).distinct().toList();
    return types.size() == 1 ? types.getFirst() : "noAssertion";
  }

  private static String type(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (STRUCTURED.contains(ending)) {
      return "structured";
    }
    if (TEXT.contains(ending)) {
      return "text";
    }
    if (IMAGE.contains(ending)) {
      return "image";
    }
    if (AUDIO.contains(ending)) {
      return "audio";
    }
    return VIDEO.contains(ending) ? "video" : "noAssertion";
  }
}
