package dev.countersign.provenance.croissant;

import dev.countersign.provenance.Column;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.Description;
import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a dataset as Croissant 1.1, for catalogues and loaders. It holds what the statement says
 * and no more: nothing of it is signed.
 */
public final class CroissantWriter {
  /** More tables than this are left out: they are parts of one, and a reader wants the schema. */
  static final int MOST_TABLES = 100;

  private static final Map<String, String> TERMS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("@language", "en"),
              Map.entry("@vocab", "https://schema.org/"),
              Map.entry("sc", "https://schema.org/"),
              Map.entry("cr", "http://mlcommons.org/croissant/"),
              Map.entry("rai", "http://mlcommons.org/croissant/RAI/"),
              Map.entry("dct", "http://purl.org/dc/terms/"),
              Map.entry("prov", "http://www.w3.org/ns/prov#"),
              Map.entry("conformsTo", "dct:conformsTo"),
              Map.entry("recordSet", "cr:recordSet"),
              Map.entry("field", "cr:field"),
              Map.entry("source", "cr:source"),
              Map.entry("fileObject", "cr:fileObject"),
              Map.entry("extract", "cr:extract"),
              Map.entry("column", "cr:column")));
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "csv", "text/csv",
          "tsv", "text/tab-separated-values",
          "json", "application/json",
          "jsonl", "application/jsonlines",
          "parquet", "application/x-parquet",
          "txt", "text/plain",
          "png", "image/png",
          "jpg", "image/jpeg");

  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  private CroissantWriter() {}

  /** The metadata of a dataset with these files. */
  public static ObjectNode write(DatasetStatement statement, Manifest manifest) {
    CroissantWriter writer = new CroissantWriter();
    writer.head(statement, manifest);
    writer.describe(statement.description());
    writer.files(manifest);
    writer.tables(manifest);
    return writer.json;
  }

  private void head(DatasetStatement statement, Manifest manifest) {
    ObjectNode context = json.putObject("@context");
    TERMS.forEach(context::put);
    context.putObject("dataType").put("@id", "cr:dataType").put("@type", "@vocab");
    json.put("@type", "sc:Dataset");
    json.put("name", statement.name());
    json.put("conformsTo", "http://mlcommons.org/croissant/1.1");
    json.put("identifier", "sha256:" + statement.digest());
    json.put(
        "description",
        String.format(
            Locale.ROOT,
            "%s: %,d files, %,d bytes.",
            statement.name(),
            manifest.entries().size(),
            manifest.bytes()));
  }

  private void describe(Description description) {
    description
        .licence()
        .map(id -> id.matches("[A-Za-z0-9.+-]+") ? "https://spdx.org/licenses/" + id : id)
        .ifPresent(licence -> json.put("license", licence));
    description.sources().stream()
        .flatMap(source -> source.uri().stream())
        .findFirst()
        .ifPresent(uri -> json.put("url", uri));
    description.recorded().ifPresent(at -> json.put("dateModified", at.toString()));
    description.collection().ifPresent(how -> json.put("rai:dataCollection", how));
    description
        .labels()
        .ifPresent(labels -> {
          json.put("rai:dataAnnotationProtocol", labels.how());
          strings("rai:dataAnnotationPlatform", labels.by());
        });
    description.sensitivity().ifPresent(word -> json.put("rai:personalSensitiveInformation", word));
    description
        .timeRange()
        .ifPresent(range ->
            strings(
                "rai:dataCollectionTimeframe",
                List.of(range.from().toString(), range.until().toString())));
    derivedFrom(description);
  }

  private void derivedFrom(Description description) {
    if (description.inputs().isEmpty()) {
      return;
    }
    ArrayNode inputs = json.putArray("prov:wasDerivedFrom");
    description
        .inputs()
        .forEach(input ->
            inputs
                .addObject()
                .put("@type", "prov:Entity")
                .put("prov:label", input.name())
                .put("identifier", "sha256:" + input.digest()));
  }

  private void strings(String property, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode list = json.putArray(property);
      values.forEach(list::add);
    }
  }

  private void files(Manifest manifest) {
    ArrayNode files = json.putArray("distribution");
    for (Entry entry : manifest.entries()) {
      ObjectNode file = files.addObject().put("@type", "cr:FileObject");
      file.put("@id", entry.name()).put("name", entry.name()).put("contentUrl", entry.name());
      file.put("contentSize", entry.bytes() + " B");
      file.put("encodingFormat", mediaType(entry.name()));
      entry.sha256().ifPresent(digest -> file.put("sha256", digest));
    }
  }

  private static String mediaType(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private void tables(Manifest manifest) {
    List<Entry> tables =
        manifest.entries().stream()
            .filter(entry -> read(entry).filter(table -> !table.columns().isEmpty()).isPresent())
            .toList();
    if (tables.isEmpty() || tables.size() > MOST_TABLES) {
      return;
    }
    ArrayNode sets = json.putArray("recordSet");
    for (Entry entry : tables) {
      String id = "rows of " + entry.name();
      ObjectNode set = sets.addObject().put("@type", "cr:RecordSet").put("@id", id).put("name", id);
      ArrayNode fields = set.putArray("field");
      read(entry)
          .ifPresent(table ->
              table
                  .columns()
                  .forEach(column -> field(fields.addObject(), id, entry.name(), column)));
    }
  }

  private static Optional<Table.Read> read(Entry entry) {
    return entry.table().filter(Table.Read.class::isInstance).map(Table.Read.class::cast);
  }

  private static void field(ObjectNode field, String set, String file, Column column) {
    field.put("@type", "cr:Field").put("@id", set + "/" + column.name());
    field.put("name", column.name()).put("dataType", dataType(column));
    ObjectNode source = field.putObject("source");
    source.putObject("fileObject").put("@id", file);
    source.putObject("extract").put("column", column.name());
  }

  private static String dataType(Column column) {
    return switch (column.type()) {
      case INTEGER -> "sc:Integer";
      case NUMBER -> "sc:Float";
      case BOOLEAN -> "sc:Boolean";
      case DATE -> "sc:Date";
      case TIMESTAMP -> "sc:DateTime";
      case TEXT, BINARY, OBJECT, LIST, MIXED, UNKNOWN -> "sc:Text";
    };
  }
}
