package dev.countersign.provenance;

import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes manifests: the head on lines of its own, then a line for each file. */
final class ManifestWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator out;

  private ManifestWriter(JsonGenerator out) {
    this.out = out;
  }

  static void write(Manifest manifest, OutputStream stream) {
    try (JsonGenerator out =
        JSON.createGenerator(ObjectWriteContext.empty(), stream, JsonEncoding.UTF8)) {
      new ManifestWriter(out).manifest(manifest);
      out.writeRaw('\n');
    }
  }

  private void manifest(Manifest manifest) {
    out.writeStartObject();
    out.writeNumberProperty("version", ManifestJson.VERSION);
    out.writeStringProperty("dataset", manifest.dataset());
    out.writeStringProperty("digest", manifest.digest());
    out.writeName("entries");
    out.writeStartArray();
    for (Entry entry : manifest.entries()) {
      out.writeRaw('\n');
      entry(entry);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void entry(Entry entry) {
    out.writeStartObject();
    out.writeStringProperty("name", entry.name());
    out.writeNumberProperty("bytes", entry.bytes());
    if (entry.shards().isEmpty()) {
      out.writeStringProperty("sha256", entry.digest());
    } else {
      texts("shards", entry.shards());
    }
    if (entry.table().isPresent()) {
      table(entry.table().get());
    }
    out.writeEndObject();
  }

  private void table(Table table) {
    out.writeName("table");
    out.writeStartObject();
    out.writeStringProperty("format", table.format().word());
    switch (table) {
      case Table.Read read -> read(read);
      case Table.Unreadable(var format, var why) -> out.writeStringProperty("unreadable", why);
    }
    out.writeEndObject();
  }

  private void read(Table.Read table) {
    out.writeNumberProperty("rows", table.rows());
    out.writeName("columns");
    out.writeStartArray();
    table.columns().forEach(this::column);
    out.writeEndArray();
    if (!table.notes().isEmpty()) {
      texts("notes", table.notes());
    }
  }

  private void column(Column column) {
    out.writeStartObject();
    out.writeStringProperty("name", column.name());
    out.writeStringProperty("type", column.type().word());
    column.missing().ifPresent(missing -> out.writeNumberProperty("missing", missing));
    out.writeEndObject();
  }

  private void texts(String name, List<String> texts) {
    out.writeName(name);
    out.writeStartArray();
    texts.forEach(out::writeString);
    out.writeEndArray();
  }
}
