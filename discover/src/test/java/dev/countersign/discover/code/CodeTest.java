package dev.countersign.discover.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.discover.tree.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeTest {
  @TempDir Path folder;

  @Test
  void commentsAndDocstringsAreNoCode() throws IOException {
    Code code = code("a.py", "\"\"\"load('a')\"\"\"\n# load('b')\nx = load('c')  # load('d')\n");

    assertThat(code.calls())
        .singleElement()
        .satisfies(call -> {
          assertThat(call.first()).contains("c");
          assertThat(call.line()).isEqualTo(3);
          assertThat(call.target()).isEqualTo("x");
        });
  }

  @Test
  void constantsStandForTheirText() throws IOException {
    Code code =
        code("a.py", "NAME: str = \"org/model\"\nModel.from_pretrained(NAME, revision=\"x\")\n");

    Call call = code.calls().getFirst();
    assertThat(call.path()).isEqualTo("Model.from_pretrained");
    assertThat(call.first()).contains("org/model");
    assertThat(call.text("revision")).contains("x");
  }

  @Test
  void argumentsOfCallsWithinAreTheirOwn() throws IOException {
    Code code = code("a.ts", "outer({ model: inner(\"a\"), name: \"b\" }, \"c\");");

    Call outer = code.calls().getFirst();
    assertThat(outer.text("name")).contains("b");
    assertThat(outer.strings()).containsExactly("c");
  }

  @Test
  void anOpenQuoteCostsItsLineOnly() throws IOException {
    Code code = code("a.py", "x = 'open\nload(\"b\")\n");

    assertThat(code.calls()).extracting(Call::name).containsExactly("load");
  }

  @Test
  void importsAreReadByTheCustomsOfTheLanguage() throws IOException {
    assertThat(code("a.py", "import a.b as c, d\nfrom e import f\n").imports())
        .extracting(Import::module)
        .contains("a.b", "d", "e", "e.f");
    assertThat(
            code("a.ts", "import x from 'y';\nimport 'z';\nconst a = require(\"b\");\n").imports())
        .extracting(Import::module)
        .contains("y", "z", "b");
    assertThat(code("A.java", "import static a.B.c;\nimport d.E;\n").imports())
        .extracting(Import::module)
        .contains("a.B.c", "d.E");
    assertThat(code("a.go", "import (\n\t\"fmt\"\n\t\"github.com/a/b\"\n)\n").imports())
        .extracting(Import::module)
        .containsExactly("github.com/a/b");
  }

  @Test
  void notebooksGiveTheirCodeCellsWithLinesOfTheFile() throws IOException {
    Code code =
        code(
            "a.ipynb",
            """
            {"cells": [
              {"cell_type": "markdown", "source": "no('a')"},
              {"source": [
                "%magic no('b')\\n",
                "yes('c')"
              ], "cell_type": "code", "outputs": [{"text": "no('d')"}]}
            ]}
            """);

    assertThat(code.calls())
        .singleElement()
        .satisfies(call -> {
          assertThat(call.first()).contains("c");
          assertThat(call.line()).isEqualTo(5);
        });
  }

  private Code code(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return new Source(file, name, text.length()).code();
  }
}
