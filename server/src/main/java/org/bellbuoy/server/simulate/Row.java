package org.bellbuoy.server.simulate;

import java.nio.charset.StandardCharsets;

/** One request, as all logs tell it. Reused for ordinary requests, made anew for staged ones. */
final class Row {
  static final byte[] NONE = bytes("-");
  static final byte[] GET = bytes("GET");
  static final byte[] POST = bytes("POST");

  byte[] method = GET;
  byte[] stem = NONE;
  byte[] query = NONE;
  byte[] user = NONE;
  byte[] client = NONE;
  byte[] agent = NONE;
  byte[] referer = NONE;
  int status = 200;
  int substatus;
  int win32;
  int sent = 4096;
  int received = 700;
  int taken = 31;

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Row get(String stem, String query) {
    Row row = new Row();
    row.stem = bytes(stem);
    row.query = bytes(query);
    return row;
  }

  static Row post(String stem, String query) {
    Row row = get(stem, query);
    row.method = POST;
    return row;
  }

  Row by(String newClient, String newAgent, String newReferer) {
    client = bytes(newClient);
    agent = bytes(newAgent.replace(' ', '+'));
    referer = bytes(newReferer.replace(' ', '+'));
    return this;
  }

  Row user(String newUser) {
    user = bytes(newUser);
    return this;
  }

  Row method(String newMethod) {
    method = bytes(newMethod);
    return this;
  }

  /** Status with its substatus and Windows code as IIS writes them. */
  Row status(int newStatus) {
    status = newStatus;
    substatus = 0;
    win32 = newStatus == 404 ? 2 : newStatus == 401 ? 5 : 0;
    return this;
  }

  Row bytes(int newSent, int newReceived) {
    sent = newSent;
    received = newReceived;
    return this;
  }

  Row taken(int millis) {
    taken = millis;
    return this;
  }

  String stemText() {
    return new String(stem, StandardCharsets.UTF_8);
  }

  String clientText() {
    return new String(client, StandardCharsets.UTF_8);
  }
}
