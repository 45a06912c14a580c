package org.bellbuoy.register.bods;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bellbuoy.register.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * One statement as it stands in its file.
 *
 * @param offset first byte, as far as the parser can tell
 * @param length bytes
 * @param line from 1
 */
record BodsStatement(ObjectNode json, long offset, int length, long line) {
  String id() {
    String id = json.path("statementId").asText("");
    return id.isEmpty() ? "statement without statementId" : id;
  }

  String recordId() {
    return json.path("recordId").asText();
  }

  String recordType() {
    return json.path("recordType").asText();
  }

  boolean isRelationship() {
    return recordType().equals("relationship");
  }

  /** The day of the statement; null where only a time with an odd form is given. */
  @Nullable PartialDate day() {
    String text = json.path("statementDate").asText("");
    return PartialDate.parse(text.length() > 10 ? text.substring(0, 10) : text).orElse(null);
  }

  boolean closed() {
    return json.path("recordStatus").asText("").equals("closed");
  }
}
