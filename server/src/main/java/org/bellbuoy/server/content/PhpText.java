package org.bellbuoy.server.content;

import java.util.List;
import java.util.Locale;

/** Strings in which PHP puts the values of the names they hold. */
final class PhpText {
  private static final List<String> REQUEST = List.of("$_get", "$_post", "$_request", "$_cookie");

  private PhpText() {}

  static boolean namesRequest(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    return REQUEST.stream().anyMatch(plain::contains);
  }
}
