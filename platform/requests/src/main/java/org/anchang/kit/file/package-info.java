/// Files that people send in.
package org.anchang.kit.file;
