package dev.countersign.inspect.coreml;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.text.OutwardPath;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks through a program of the Model Intermediate Language: the files that its constants stand
 * in, and operations that are the app's own. For one program.
 *
 * @see <a href="https://github.com/apple/coremltools/blob/main/mlmodel/format/MIL.proto">the
 *     schema</a>
 */
final class MilLook {
  private static final int LONGEST = 4096;
  private static final String PACKAGE = "@model_path/";

  private final Examination examination;
  private final Set<String> told = new HashSet<>();

  MilLook(Examination examination) {
    this.examination = examination;
  }

  /** Program: a map of functions in field 2. */
  void program(Wire program) throws Broken, IOException {
    while (program.next()) {
      if (program.holds(2)) {
        valueOf(program.message(), this::function);
      }
    }
  }

  /** Function: a map of blocks in field 3. */
  private void function(Wire function) throws Broken, IOException {
    while (function.next()) {
      if (function.holds(3)) {
        valueOf(function.message(), this::block);
      }
    }
  }

  private void block(Wire block) throws Broken, IOException {
    while (block.next()) {
      if (block.holds(3)) {
        operation(block.message());
      }
    }
  }

  /** Operation: type, inputs, blocks, attributes in fields 1, 2, 4 and 5. */
  private void operation(Wire operation) throws Broken, IOException {
    while (operation.next()) {
      switch (operation.field()) {
        case 1 -> type(operation);
        case 2 -> valueOf(operation.message(), this::argument);
        case 4 -> block(operation.message());
        case 5 -> valueOf(operation.message(), this::value);
        default -> {}
      }
    }
  }

  private void type(Wire field) throws Broken, IOException {
    String type = field.text(LONGEST);
    if ((type.startsWith("custom_") || type.equals("custom")) && told.add(type)) {
      examination.reportCall(CoremlRules.CUSTOM, field.at(), "operation " + type, type);
    }
  }

  /** Argument: bindings in field 1, each with a value in field 2. */
  private void argument(Wire argument) throws Broken, IOException {
    while (argument.next()) {
      if (argument.holds(1)) {
        valueOf(argument.message(), this::value);
      }
    }
  }

  /** Value: one that stands in a file is field 5, with the file's name in its field 1. */
  private void value(Wire value) throws Broken, IOException {
    while (value.next()) {
      if (value.holds(5)) {
        Wire blob = value.message();
        while (blob.next()) {
          if (blob.holds(1)) {
            file(blob.text(LONGEST), blob.at());
          }
        }
      }
    }
  }

  private void file(String file, long at) {
    String path = file.startsWith(PACKAGE) ? file.substring(PACKAGE.length()) : file;
    if ((OutwardPath.leaves(path) || OutwardPath.address(path)) && told.add(file)) {
      examination.report(CoremlRules.PATH, at, file);
    }
  }

  /** What takes a message. */
  @FunctionalInterface
  private interface Taker {
    void take(Wire message) throws Broken, IOException;
  }

  /** Hands on field 2 of a message: of an entry of a map, its value. */
  private static void valueOf(Wire entry, Taker taker) throws Broken, IOException {
    while (entry.next()) {
      if (entry.holds(2)) {
        taker.take(entry.message());
      }
    }
  }
}
