package dev.countersign.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Writes a tree of source files as a company of some size has them: seven languages, manifests,
 * configuration and text, of which one file in twenty has to do with machine learning.
 */
public final class SourceTree {
  private static final int FILES_A_FOLDER = 20;
  private static final int ONE_IN = 20;
  private static final long SEED = 20261127;

  private static final List<String> WORDS =
      List.of(
          "order",
          "invoice",
          "customer",
          "parse",
          "total",
          "index",
          "request",
          "handler",
          "cache",
          "session",
          "price",
          "stock",
          "ledger",
          "queue",
          "token",
          "writer",
          "region",
          "quota");

  private final Random random = new Random(SEED);
  private final Path folder;

  private SourceTree(Path folder) {
    this.folder = folder;
  }

  /** {@code FOLDER N} writes N files, unless the folder is there. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    if (!Files.exists(folder)) {
      new SourceTree(folder).write(Integer.parseInt(arguments[1]));
    }
  }

  private void write(int files) throws IOException {
    for (int i = 0; i < files; i++) {
      Path at = folder.resolve("service-%d/src/part%d".formatted(i / 1000, i / FILES_A_FOLDER));
      Files.createDirectories(at);
      boolean ml = random.nextInt(ONE_IN) == 0;
      int kind = random.nextInt(20);
      if (kind < 6) {
        code(at.resolve("m" + i + ".py"), "#", ml ? Code.PYTHON_ML : Code.PYTHON);
      } else if (kind < 10) {
        code(at.resolve("m" + i + ".ts"), "//", ml ? Code.SCRIPT_ML : Code.SCRIPT);
      } else if (kind < 13) {
        code(at.resolve("M" + i + ".java"), "//", ml ? Code.JAVA_ML : Code.JAVA);
      } else if (kind < 14) {
        code(at.resolve("m" + i + ".go"), "//", Code.GO);
      } else if (kind < 15) {
        code(at.resolve("M" + i + ".cs"), "//", Code.SHARP);
      } else if (kind < 16) {
        code(at.resolve("m" + i + ".sh"), "#", Code.SHELL);
      } else if (kind < 18) {
        code(at.resolve("c" + i + ".yaml"), "#", Code.YAML);
      } else {
        code(at.resolve("t" + i + (kind == 18 ? ".md" : ".json")), "", Code.TEXT);
      }
    }
  }

  /** Most files are short and a few are long, as files of programs are. */
  private void code(Path file, String comment, Code code) throws IOException {
    int blocks = (int) Math.min(400, Math.exp(2.2 + 0.9 * random.nextGaussian()));
    StringBuilder text = new StringBuilder(code.head);
    for (int i = 0; i < blocks; i++) {
      if (!comment.isEmpty()) {
        text.append(comment).append(" the ").append(word()).append(" of each ").append(word());
        text.append(", see model=\"gpt-4o\"\n");
      }
      text.append(code.block.replace("$A", word()).replace("$B", word()).replace("$N", "" + i));
    }
    Files.writeString(file, text.append(code.tail));
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private enum Code {
    PYTHON(
        "import json\nimport os\nfrom dataclasses import dataclass\n\n",
        """
        def $A_$B_$N(self, $A, limit=100):
            '''Gives the $A of a $B.'''
            found = [item for item in self.$A if item.$B > limit]
            if not found:
                raise ValueError("no $A for %s" % $B)
            return json.dumps({"$A": found, "count": len(found)})

        """,
        ""),
    PYTHON_ML(
        "import openai\nfrom sklearn.ensemble import RandomForestClassifier\nimport joblib\n\n",
        PYTHON.block,
        """
        MODEL = "gpt-4o-mini"
        answer = openai.chat.completions.create(model=MODEL, messages=[])
        forest = RandomForestClassifier().fit(rows, labels)
        joblib.dump(forest, "models/forest.joblib")
        """),
    SCRIPT(
        "import { Router } from 'express';\nimport { pool } from '../db';\n\n",
        """
        export async function $A$B$N($A: string, limit = 100): Promise<$B[]> {
          const rows = await pool.query(`select * from $A where $B = ${$A}`, [limit]);
          if (rows.length === 0) { throw new Error("no $A for " + $A); }
          return rows.map((row) => ({ $A: row.$A, $B: row.$B ?? 'none' }));
        }

        """,
        ""),
    SCRIPT_ML(
        "import { generateText, tool } from 'ai';\nimport { openai } from '@ai-sdk/openai';\n\n",
        SCRIPT.block,
        "const answer = await generateText({ model: openai('gpt-4o'), prompt });\n"),
    JAVA(
        "package shop.part;\n\nimport java.util.List;\nimport java.util.Map;\n\nclass Part {\n",
        """
          /** Gives the $A of a $B. */
          List<String> $A$B$N(Map<String, List<String>> $A, int limit) {
            if ($A.isEmpty()) {
              throw new IllegalArgumentException("no $A for " + limit);
            }
            return $A.getOrDefault("$B", List.of()).stream().filter(s -> s.length() > limit).toList();
          }

        """,
        "}\n"),
    JAVA_ML(
        "package shop.part;\n\nimport dev.langchain4j.model.openai.OpenAiChatModel;\n\nclass Part {\n",
        JAVA.block,
        "  Object model = OpenAiChatModel.builder().modelName(\"gpt-4o\").build();\n}\n"),
    GO(
        "package part\n\nimport (\n\t\"fmt\"\n\t\"github.com/acme/shop\"\n)\n\n",
        """
        func $A$B$N($A []string, limit int) (string, error) {
        	if len($A) < limit {
        		return "", fmt.Errorf("no $A for %d", limit)
        	}
        	return shop.$B($A[0], "$A"), nil
        }

        """,
        ""),
    SHARP(
        "using System;\nusing System.Linq;\n\nnamespace Shop;\n\npublic class Part {\n",
        """
          public string $A$B$N(string[] $A, int limit) {
            if ($A.Length < limit) throw new ArgumentException($"no $A for {limit}");
            return string.Join(", ", $A.Where(x => x.Contains("$B")));
          }

        """,
        "}\n"),
    SHELL("#!/bin/sh\nset -eu\n", "for $A in $B-*; do echo \"$$A of $B\"; done\n", ""),
    YAML("service:\n", "  $A-$N:\n    $B: \"$A\"\n    limits: [1, 2, 3]\n", ""),
    TEXT("", "The $A of a $B is kept for $N days, and nobody reads it.\n", "");

    private final String head;
    private final String block;
    private final String tail;

    Code(String head, String block, String tail) {
      this.head = head;
      this.block = block;
      this.tail = tail;
    }
  }
}
