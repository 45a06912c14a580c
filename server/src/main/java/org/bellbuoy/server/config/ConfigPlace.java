package org.bellbuoy.server.config;

/**
 * Where something stands in a configuration.
 *
 * @param location path of the {@code location} element around it, empty where there is none
 * @param element names of the elements from the root, with slashes
 * @param offset first byte of the element in the file
 * @param length bytes of its start tag
 * @param line from 1
 */
public record ConfigPlace(String location, String element, long offset, int length, long line) {}
