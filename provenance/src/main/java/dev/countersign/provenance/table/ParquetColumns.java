package dev.countersign.provenance.table;

import dev.countersign.provenance.Column;
import dev.countersign.provenance.ColumnType;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.metadata.SchemaElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/**
 * The leaves of a schema.
 *
 * @param told at most {@link CsvColumns#MAX_COLUMNS} of them
 * @param all how many there are
 */
record ParquetColumns(List<Column> told, int all) {
  private static final int MAX_DEPTH = 64;

  static ParquetColumns of(FileMetaData footer) {
    List<Column> told = new ArrayList<>();
    Deque<Group> open = new ArrayDeque<>();
    int all = 0;
    // The schema is the tree in depth-first order; the first element is its root.
    for (SchemaElement element : footer.schema().stream().skip(1).toList()) {
      String name = (open.isEmpty() ? "" : open.getLast().prefix) + element.name();
      close(open);
      if (element.isGroup()) {
        open(open, element, Brief.cut(name, Column.MAX_NAME) + ".");
      } else if (all++ < CsvColumns.MAX_COLUMNS) {
        told.add(new Column(Brief.cut(name, Column.MAX_NAME), type(element), OptionalLong.empty()));
      }
    }
    return new ParquetColumns(told, all);
  }

  private static void open(Deque<Group> open, SchemaElement element, String prefix) {
    Integer children = element.numChildren();
    if (open.size() < MAX_DEPTH && children != null && children > 0) {
      open.addLast(new Group(prefix, children));
    }
  }

  /** Counts a child of the innermost group and forgets the groups whose children were all seen. */
  private static void close(Deque<Group> open) {
    Group innermost = open.pollLast();
    if (innermost != null && innermost.left > 1) {
      open.addLast(new Group(innermost.prefix, innermost.left - 1));
    }
  }

  private record Group(String prefix, int left) {}

  private static ColumnType type(SchemaElement element) {
    LogicalType logical = element.logicalType();
    if (logical != null) {
      return logical(logical);
    }
    PhysicalType physical = element.type();
    return physical == null ? ColumnType.UNKNOWN : physical(physical, element);
  }

  private static ColumnType logical(LogicalType type) {
    return switch (type) {
      case LogicalType.IntType whole -> ColumnType.INTEGER;
      case LogicalType.DecimalType decimal -> ColumnType.NUMBER;
      case LogicalType.Float16Type half -> ColumnType.NUMBER;
      case LogicalType.DateType day -> ColumnType.DATE;
      case LogicalType.TimestampType time -> ColumnType.TIMESTAMP;
      case LogicalType.TimeType time -> ColumnType.TIMESTAMP;
      case LogicalType.StringType text -> ColumnType.TEXT;
      case LogicalType.EnumType text -> ColumnType.TEXT;
      case LogicalType.JsonType text -> ColumnType.TEXT;
      default -> ColumnType.BINARY;
    };
  }

  private static ColumnType physical(PhysicalType type, SchemaElement element) {
    return switch (type) {
      case BOOLEAN -> ColumnType.BOOLEAN;
      case INT32, INT64 -> whole(element);
      case INT96 -> ColumnType.TIMESTAMP;
      case FLOAT, DOUBLE -> ColumnType.NUMBER;
      case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> bytes(element);
    };
  }

  private static ColumnType whole(SchemaElement element) {
    return switch (element.convertedType()) {
      case DATE -> ColumnType.DATE;
      case TIME_MILLIS, TIME_MICROS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> ColumnType.TIMESTAMP;
      case DECIMAL -> ColumnType.NUMBER;
      case null, default -> ColumnType.INTEGER;
    };
  }

  private static ColumnType bytes(SchemaElement element) {
    return switch (element.convertedType()) {
      case UTF8, ENUM, JSON -> ColumnType.TEXT;
      case DECIMAL -> ColumnType.NUMBER;
      case null, default -> ColumnType.BINARY;
    };
  }
}
