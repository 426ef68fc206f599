package dev.countersign.guard.output.value;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.value.SqlLexer.Kind;
import dev.countersign.guard.output.value.SqlLexer.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A query that may only read: one statement, nothing that writes, waits, or leaves the tables. */
final class SqlCheck {
  private static final Set<String> STARTS =
      Set.of("select", "with", "values", "table", "explain", "show", "describe", "desc");
  private static final Set<String> WRITES =
      Set.of(
          "insert",
          "update",
          "delete",
          "merge",
          "drop",
          "alter",
          "create",
          "truncate",
          "grant",
          "revoke",
          "copy",
          "call",
          "exec",
          "execute",
          "attach",
          "detach",
          "vacuum",
          "reindex",
          "load",
          "lock",
          "prepare",
          "declare",
          "begin",
          "commit",
          "rollback",
          "kill",
          "shutdown",
          "rename",
          "into",
          "outfile",
          "dumpfile",
          "waitfor",
          "upsert",
          "pragma",
          "do",
          "handler",
          "share",
          "savepoint",
          "import",
          "export",
          "unload",
          "refresh",
          "cluster",
          "listen",
          "notify",
          "reset",
          "deallocate",
          "bulk",
          "backup",
          "restore",
          "dbcc",
          "openrowset",
          "opendatasource",
          "openquery",
          "replace");
  private static final Set<String> SYSTEM =
      Set.of(
          "information_schema",
          "pg_catalog",
          "mysql",
          "sys",
          "performance_schema",
          "sqlite_master",
          "sqlite_schema",
          "sqlite_temp_master",
          "sysobjects",
          "syscolumns",
          "sysusers",
          "syslogins",
          "all_tables",
          "all_tab_columns",
          "user_tables",
          "master",
          "msdb",
          "tempdb",
          "syscat",
          "sysibm",
          "msysobjects",
          "v$version",
          "user_tab_columns",
          "all_users",
          "rdb$relations",
          "mysql_user");
  private static final Set<String> SOFT =
      Set.of(
          "share", "notify", "import", "export", "load", "cluster", "backup", "lock", "reset",
          "call", "copy", "refresh", "handler", "begin");
  private static final String WHY = "the query may only read its own tables";

  private final String text;
  private final List<String> tables;
  private final Findings out;
  private final List<Token> tokens;
  private final int lastOfStatement;
  private final Token none;
  private final Set<String> named = new HashSet<>();

  SqlCheck(String text, List<String> tables, Findings out) {
    this.text = text;
    this.tables = tables.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    this.out = out;
    this.none = new Token(Kind.SIGN, "", text.length(), text.length());
    this.tokens = SqlLexer.lex(text);
    this.lastOfStatement = lastOfStatement();
  }

  void check() {
    if (text.indexOf('\0') >= 0) {
      bad("sql.control", 0, text.length(), "a NUL");
    }
    start();
    for (int i = 0; i < tokens.size(); i++) {
      token(i);
    }
  }

  private Token at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : none;
  }

  /** The last token that is neither a comment nor a semicolon. */
  private int lastOfStatement() {
    int i = tokens.size() - 1;
    while (i >= 0 && (at(i).kind() == Kind.COMMENT || at(i).is(";"))) {
      i--;
    }
    return i;
  }

  private void start() {
    int i = 0;
    while (at(i).is("(") || at(i).kind() == Kind.COMMENT) {
      i++;
    }
    if (!STARTS.contains(at(i).text()) || at(i).kind() != Kind.WORD) {
      bad("sql.statement", at(i).start(), at(i).end(), "no query that reads");
    }
  }

  private void token(int i) {
    Token token = at(i);
    switch (token.kind()) {
      case UNCLOSED ->
          bad(
              "sql.unclosed",
              token.start(),
              token.end(),
              "a text or comment that databases end at different places");
      case COMMENT -> comment(token);
      case SIGN -> sign(i, token);
      case WORD -> word(i, token);
      case NAME ->
          name(
              i,
              token
                  .text()
                  .substring(1, Math.max(1, token.text().length() - 1))
                  .toLowerCase(Locale.ROOT),
              token);
      default -> {}
    }
  }

  private void comment(Token token) {
    boolean joins =
        token.start() > 0
            && token.end() < text.length()
            && text.charAt(token.start() - 1) > ' '
            && text.charAt(token.end()) > ' '
            && token.text().startsWith("/*");
    boolean conditional = token.text().startsWith("/*!");
    Decision decision =
        joins || conditional || token.text().startsWith("#") ? Decision.REJECT : Decision.FLAG;
    out.active(
        "sql.comment",
        token.start(),
        token.end(),
        decision,
        conditional ? "a comment that MySQL executes" : "a comment",
        "databases do not agree on what it hides");
  }

  private void sign(int i, Token token) {
    if (token.is(";") && i < lastOfStatement) {
      bad("sql.statements", token.start(), token.end(), "a second statement");
    }
    if (token.is(":") && at(i + 1).is("=")) {
      bad("sql.write", token.start(), token.end(), "an assignment");
    }
  }

  private void word(int i, Token token) {
    String word = token.text();
    boolean call = at(i + 1).is("(");
    boolean name =
        at(i - 1).is(".") || at(i - 1).is("as") || at(i + 1).is(".") && !word.equals("exec");
    if (WRITES.contains(word) && !name && !(word.equals("replace") && call) && !columnLike(i)) {
      bad("sql.write", token.start(), token.end(), "the word " + word.toUpperCase(Locale.ROOT));
    } else if (call) {
      SqlFunctions.check(word, token, out);
    } else if (word.startsWith("@@")) {
      bad("sql.system", token.start(), token.end(), "a variable of the server");
    } else if (word.equals("or")) {
      always(i);
    }
    if (at(i + 1).is(".") && (word.startsWith("utl_") || word.startsWith("dbms_"))) {
      SqlFunctions.check(word, token, out);
    }
    name(i, word, token);
    if (at(i + 1).is("as") && at(i + 2).is("(") || word.equals("recursive")) {
      named.add(word);
    }
  }

  /**
   * "share" and the like may be names of columns: after a comma or SELECT and before one or FROM.
   */
  private boolean columnLike(int i) {
    Token before = at(i - 1);
    Token after = at(i + 1);
    boolean soft = SOFT.contains(at(i).text());
    boolean start =
        before.is(",")
            || before.is("select")
            || before.is("by")
            || before.is("where")
            || before.is("and")
            || before.is("(");
    return soft
        && start
        && (after.is(",")
            || after.is("from")
            || after.is("=")
            || after.is(")")
            || after.text().isEmpty()
            || after.is("desc")
            || after.is("asc")
            || after.is("<")
            || after.is(">"));
  }

  private void name(int i, String name, Token token) {
    if (token.kind() == Kind.NAME && at(i + 1).is("(")) {
      SqlFunctions.check(name, token, out);
    }
    boolean system =
        SYSTEM.contains(name) && (at(i + 1).is(".") || source(i))
            || (name.startsWith("pg_") || name.startsWith("dba_") || name.startsWith("v$"))
                && (source(i) || at(i - 1).is("."));
    if (system) {
      bad("sql.system", token.start(), token.end(), "a table of the system");
    }
    boolean whole = !at(i + 1).is(".") && token.kind() != Kind.SIGN;
    boolean table = source(i) && whole || at(i - 1).is(".") && source(i - 2);
    if (!tables.isEmpty()
        && table
        && !tables.contains(name)
        && !named.contains(name)
        && !at(i).is("(")
        && !at(i).is("lateral")
        && !at(i).is("select")) {
      bad("sql.table", token.start(), token.end(), "a table that is not listed");
    }
  }

  /** Whether a table is named here: after FROM, JOIN, or a comma in a list of them. */
  private boolean source(int i) {
    if (at(i - 1).is("from") || at(i - 1).is("join") || at(i - 1).is("table")) {
      return true;
    }
    for (int j = i - 1; at(i - 1).is(",") && j > Math.max(0, i - 12); j--) {
      if (at(j).is("from")) {
        return true;
      }
      if (at(j).is("where")
          || at(j).is("(")
          || at(j).is(")")
          || at(j).is("by")
          || at(j).is("select")
          || at(j).is("in")) {
        return false;
      }
    }
    return false;
  }

  /** {@code OR 1=1}: the sign of a value that broke out of its place. */
  private void always(int i) {
    int j = i + 1;
    while (at(j).is("(") || at(j).is("not")) {
      j++;
    }
    if (!at(j).literal()) {
      return;
    }
    int k = j + 1;
    while (at(k).kind() == Kind.SIGN && !at(k).text().isEmpty() && "=<>!".contains(at(k).text())) {
      k++;
    }
    boolean compared = k > j + 1 || at(k).is("like") || at(k).is("is") || at(k).is("between");
    boolean constant = compared ? at(k > j + 1 ? k : k + 1).literal() : !at(j + 1).is("+");
    if (constant) {
      bad("sql.always", at(i).start(), at(k).end(), "a condition that always holds");
    }
  }

  private void bad(String rule, int start, int end, String what) {
    out.active(rule, start, end, Decision.REJECT, what, WHY);
  }
}
