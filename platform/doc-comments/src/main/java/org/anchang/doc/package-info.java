/// What doc comments say, kept beyond compilation.
package org.anchang.doc;
