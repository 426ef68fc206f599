package dev.countersign.assess.evidence;

import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** JSON as CEL sees it: whole numbers that fit are integers, all others are doubles. */
final class JsonValues {
  private JsonValues() {}

  /** The value of a node that was read within bounds of depth. */
  static Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> map(node);
      case ARRAY -> list(node);
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER ->
          node.canConvertToLong() && node.isIntegralNumber()
              ? (Object) node.longValue()
              : node.doubleValue();
      case NULL, MISSING, BINARY, POJO -> NullValue.NULL_VALUE;
    };
  }

  private static Map<String, Object> map(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    node.properties().forEach(member -> map.put(member.getKey(), of(member.getValue())));
    return map;
  }

  private static List<Object> list(JsonNode node) {
    List<Object> list = new ArrayList<>(node.size());
    node.forEach(item -> list.add(of(item)));
    return list;
  }
}
