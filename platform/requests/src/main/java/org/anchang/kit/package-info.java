/// What all services have alike, each mechanism once, a package per mechanism with one public door; the packages lie in
/// the modules of `platform`. Here is what most of them use: ids, and what can be done next with a thing.
package org.anchang.kit;
