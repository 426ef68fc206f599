package dev.countersign.guard.output.value;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import java.util.Set;

/** What functions of databases do. */
final class SqlFunctions {
  /** Of standard SQL and of the five databases: they compute from their arguments alone. */
  private static final Set<String> PURE =
      Set.of(
          """
          count sum avg min max stddev stddev_pop stddev_samp variance var_pop var_samp median mode
          row_number rank dense_rank ntile lag lead first_value last_value nth_value percent_rank
          cume_dist percentile_cont percentile_disc array_agg string_agg group_concat json_agg
          jsonb_agg json_object json_build_object json_extract json_value jsonb_build_object listagg
          coalesce nullif ifnull isnull nvl nvl2 greatest least cast convert try_cast abs ceil ceiling
          floor round trunc truncate mod power pow sqrt exp ln log log10 log2 sign pi random rand sin
          cos tan asin acos atan atan2 radians degrees lower upper initcap length len char_length
          character_length octet_length substr substring substring_index left right trim ltrim rtrim
          btrim lpad rpad repeat replace reverse concat concat_ws position instr strpos locate charindex
          split_part regexp_replace regexp_matches regexp_match regexp_like regexp_substr translate
          format to_char to_date to_timestamp to_number date time datetime timestamp extract date_trunc
          date_part date_add date_sub dateadd datediff date_diff date_format datepart datename
          timestampdiff timestampadd age now curdate curtime current_date current_time
          current_timestamp getdate sysdate localtime localtimestamp year month day hour minute second
          week quarter weekday dayofweek dayofmonth dayofyear last_day strftime julianday unixepoch
          from_unixtime unix_timestamp make_date makedate interval str_to_date unnest array array_length
          cardinality any all some exists in not and or on using as over partition by values from
          where having when then else case end if iif decode choose select with distinct filter within
          group rollup cube grouping sets grouping_id lateral row varchar char decimal numeric int
          integer bigint float double text boolean nvarchar nchar real union except intersect like
          ilike between is join set bool_and bool_or every bit_and bit_or corr covar_pop regr_slope
          json_array_length jsonb_array_length md5 sha1 sha2 sha256 hex ascii chr unicode
          width_bucket to_json row_to_json total typeof printf quote hypot cbrt space stuff bit_count
          nulls json_each json_table lag_in_frame approx_count_distinct approx_distinct sumif countif
          safe_cast generate_series isnumeric isdate coalesce2 ordinality array_to_string
          string_to_array date_bin eomonth soundex difference levenshtein similarity to_tsvector
          to_tsquery plainto_tsquery ts_rank order limit offset fetch window rows range primary key
          index use force tablesample
          """
              .strip()
              .split("\\s+"));

  private static final Set<String> HARMFUL =
      Set.of(
          "sleep",
          "benchmark",
          "load_file",
          "load_extension",
          "readfile",
          "writefile",
          "edit",
          "get_lock",
          "release_lock",
          "extractvalue",
          "updatexml",
          "sys_exec",
          "sys_eval",
          "sys_get",
          "query_to_xml",
          "query_to_xmlschema",
          "table_to_xml",
          "schema_to_xml",
          "database_to_xml",
          "cursor_to_xml",
          "set_config",
          "current_setting",
          "nextval",
          "setval",
          "dblink",
          "httpuritype",
          "xmltype",
          "url",
          "s3",
          "file",
          "remote",
          "read_csv",
          "read_csv_auto",
          "read_parquet",
          "read_json",
          "read_json_auto",
          "read_text",
          "read_blob",
          "glob",
          "copy",
          "fts3_tokenizer",
          "exec",
          "execute",
          "eval",
          "getenv",
          "system",
          "http_get",
          "http_post",
          "http",
          "master_pos_wait",
          "randomblob",
          "zeroblob",
          "name_const",
          "make_set",
          "exp_extract",
          "openrowset",
          "openquery",
          "opendatasource",
          "fn_xe_file_target_read_file",
          "fn_get_audit_file",
          "fn_trace_gettable",
          "user_lock",
          "pg_sleep");
  private static final String[] PREFIXES = {
    "pg_",
    "lo_",
    "xp_",
    "sp_",
    "dblink_",
    "utl_",
    "dbms_",
    "sys_",
    "binary_upgrade_",
    "inet_server",
    "inet_client",
    "has_",
    "txid_"
  };

  private SqlFunctions() {}

  static void check(String name, SqlLexer.Token token, Findings out) {
    boolean harmful = HARMFUL.contains(name);
    for (String prefix : PREFIXES) {
      harmful |= name.startsWith(prefix);
    }
    if (harmful) {
      out.active(
          "sql.function",
          token.start(),
          token.end(),
          Decision.REJECT,
          "a function that waits, reaches files, the network or the server",
          "the query may only read its own tables");
    } else if (!PURE.contains(name)) {
      out.active(
          "sql.function",
          token.start(),
          token.end(),
          Decision.FLAG,
          "a function that is not known",
          "what it does is not known");
    }
  }
}
