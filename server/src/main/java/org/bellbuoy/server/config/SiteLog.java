package org.bellbuoy.server.config;

import java.util.List;

/**
 * What a site logs, as far as the file tells it.
 *
 * @param place where it stands
 * @param site its name; empty for the defaults of all sites
 * @param siteId as in the folder name {@code W3SVC1}; empty for the defaults
 * @param enabled whether it logs
 * @param format {@code W3C}, {@code IIS}, {@code NCSA} or {@code Custom}; empty where not told
 * @param directory as written; empty where not told
 * @param fields flags of {@code logExtFileFlags}; empty where not told, and then the defaults count
 * @param localTime whether files roll over by local time
 */
public record SiteLog(
    ConfigPlace place,
    String site,
    String siteId,
    boolean enabled,
    String format,
    String directory,
    List<String> fields,
    boolean localTime) {
  public SiteLog {
    fields = List.copyOf(fields);
  }

  /** Whether the file says that a field is not logged, for example {@code Referer}. */
  public boolean lacks(String field) {
    return !fields.isEmpty() && fields.stream().noneMatch(field::equalsIgnoreCase);
  }
}
