/// The backend of the console: it serves the pages, signs people in, and passes what they ask on to the office with
/// their token, which never reaches a browser.
package org.anchang.console;
