package dev.countersign.inspect.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Inspector;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of a bundle, in memory: what an inspection says of one of them. */
public final class Bundle {
  private static final Inspector INSPECTOR = Inspector.create();

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** A bundle of one file. */
  public static Bundle of(String name, String text) {
    return new Bundle().with(name, text.getBytes(UTF_8));
  }

  /** The same with another file. */
  public Bundle with(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  /** The same with another file. */
  public Bundle with(String name, String text) {
    return with(name, text.getBytes(UTF_8));
  }

  /** What is found in a file. */
  public Inspected inspect(String name) throws IOException {
    return INSPECTOR.inspect(artefact(name));
  }

  /** The bundle as a zip of that name. */
  public Inspected zipped(String name) throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    return INSPECTOR.inspect(Artefact.of(name, Bytes.of(zip.toByteArray())));
  }

  /** The verdict on one file of text that stands alone. */
  public static Verdict verdict(String name, String text) throws IOException {
    return of(name, text).inspect(name).verdict();
  }

  /** The verdict on one file that stands alone. */
  public static Inspected inspect(String name, byte[] content) throws IOException {
    return new Bundle().with(name, content).inspect(name);
  }

  /** Ids of rules that were found. */
  public static List<String> rules(Inspected inspected) {
    return inspected.findings().stream().map(finding -> finding.rule().id()).distinct().toList();
  }

  private Artefact artefact(String name) {
    return new Artefact(
        name,
        Bytes.of(files.get(name)),
        (of, path) ->
            Optional.of(of.substring(0, of.lastIndexOf('/') + 1) + path)
                .filter(files::containsKey)
                .map(this::artefact));
  }
}
