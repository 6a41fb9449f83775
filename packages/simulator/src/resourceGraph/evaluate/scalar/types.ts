import { SyntaxNode } from '../../kusto/SyntaxNode';
import { CompileScope, Scalar } from '../CompileScope';

/** Handed down so that the files for parts of expressions need not import the one for all of them. */
export type ScalarCompiler = (node: SyntaxNode, scope: CompileScope) => Scalar;
