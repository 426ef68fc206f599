package dev.countersign.provenance.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.countersign.provenance.Column;
import dev.countersign.provenance.Table;
import dev.countersign.provenance.TableFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Takes the records of a CSV file, field by field, without making texts of them. */
final class CsvColumns extends AbstractBaseCsvCallbackHandler<Boolean> {
  /** The most columns that are told of. */
  static final int MAX_COLUMNS = 1024;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final List<String> names = new ArrayList<>();
  private final List<TextType> types = new ArrayList<>();
  private boolean header = true;
  private int width;
  private long rows;
  private long uneven;

  long rows() {
    return rows;
  }

  @Override
  protected void handleField(int field, char[] text, int from, int length, boolean quoted) {
    if (field >= MAX_COLUMNS) {
      return;
    }
    if (header) {
      int mark = field == 0 && length > 0 && text[from] == BYTE_ORDER_MARK ? 1 : 0;
      names.add(Brief.cut(new String(text, from + mark, length - mark), Column.MAX_NAME));
      types.add(new TextType());
    } else if (field < types.size()) {
      types.get(field).add(text, from, length);
    }
  }

  @Override
  protected Boolean buildRecord() {
    if (header) {
      header = false;
      width = getFieldCount();
    } else {
      rows++;
      uneven += getFieldCount() == width ? 0 : 1;
    }
    return Boolean.TRUE;
  }

  Table table() {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      TextType type = types.get(i);
      columns.add(new Column(names.get(i), type.type(), OptionalLong.of(rows - type.present())));
    }
    return new Table.Read(TableFormat.CSV, rows, columns, notes());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (width > MAX_COLUMNS) {
      notes.add("of %,d columns, only the first %,d are told".formatted(width, MAX_COLUMNS));
    }
    if (uneven > 0) {
      notes.add("%,d rows have another number of fields than the header".formatted(uneven));
    }
    return notes;
  }
}
