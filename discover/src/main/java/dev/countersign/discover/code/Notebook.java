package dev.countersign.discover.code;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The code cells of a Jupyter notebook; outputs and attachments are passed over unread. A notebook
 * that is cut off or broken gives the cells up to there.
 *
 * @param code all cells, one after the other
 * @param lines for each line of the code the line of the file
 */
record Notebook(String code, int[] lines) {
  private static final JsonFactory JSON = new JsonFactory();

  static Notebook of(String json) {
    Cells cells = new Cells();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      cells.read(parser);
    } catch (JacksonException broken) {
      cells.end();
    }
    return new Notebook(cells.code.toString(), cells.numbers());
  }

  /** Walks over {@code cells: [{cell_type, source}]}; the type may stand after the source. */
  private static final class Cells {
    private final StringBuilder code = new StringBuilder();
    private final List<Integer> rows = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private final List<Integer> cellRows = new ArrayList<>();
    private boolean isCode;

    void read(JsonParser parser) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean cells = parser.currentName().equals("cells");
        if (parser.nextToken() == JsonToken.START_ARRAY && cells) {
          cells(parser);
        } else {
          parser.skipChildren();
        }
      }
    }

    private void cells(JsonParser parser) {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        cell(parser);
        end();
      }
    }

    private void cell(JsonParser parser) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        JsonToken value = parser.nextToken();
        if (key.equals("cell_type") && value == JsonToken.VALUE_STRING) {
          isCode = parser.getString().equals("code");
        } else if (key.equals("source")) {
          source(parser, value);
        } else {
          parser.skipChildren();
        }
      }
    }

    private void source(JsonParser parser, JsonToken value) {
      if (value == JsonToken.VALUE_STRING) {
        add(parser);
      } else if (value == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
          add(parser);
        }
      }
    }

    private void add(JsonParser parser) {
      int row = parser.currentTokenLocation().getLineNr();
      parser.getString().lines().forEach(line -> add(line, row));
    }

    private void add(String line, int row) {
      // Magics are no Python: %pip install ..., !ls
      boolean magic = line.startsWith("%") || line.startsWith("!");
      cell.append(magic ? "" : line).append('\n');
      cellRows.add(row);
    }

    void end() {
      if (isCode) {
        code.append(cell);
        rows.addAll(cellRows);
      }
      cell.setLength(0);
      cellRows.clear();
      isCode = false;
    }

    int[] numbers() {
      return rows.isEmpty() ? new int[] {1} : rows.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
